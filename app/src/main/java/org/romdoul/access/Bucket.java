package org.romdoul.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wrong attempts that are counted together.
 *
 * @param of what is counted, in plain; the database knows it by its HMAC only
 */
record Bucket(Kind kind, String of) {

    /** How many wrong attempts bar the next, for a minute, two, four and so on to half an hour. */
    enum Kind {
        /** One account from a device from which its person came in. */
        DEVICE(5, Integer.MAX_VALUE, Duration.ofDays(1)),
        /** One account from one place, as a stranger. */
        PLACE(5, Integer.MAX_VALUE, Duration.ofDays(1)),
        /** One account from all strangers together: many places must not guess fifty times as much. */
        STRANGERS(50, Integer.MAX_VALUE, Duration.ofDays(1)),
        /** Codes of one account from strangers who know the password. A code has a million ways: after twenty they are out. */
        CODES(5, 20, Duration.ofDays(90));

        final int limit;
        final int last;
        final Duration memory;

        /**
         * @param limit from so many on each one bars the next
         * @param last from so many on nothing is listened to until somebody looks
         * @param memory after so long without an attempt the count begins again
         */
        Kind(int limit, int last, Duration memory) {
            this.limit = limit;
            this.last = last;
            this.memory = memory;
        }
    }

    /**
     * Where an attempt at a password counts.
     *
     * @param owner the account, or the number that nobody has: both are answered alike
     * @param oneTime the password is random and long: no number of guesses finds it
     */
    static List<Bucket> ofAPassword(String owner, Optional<String> device, String place, boolean oneTime) {
        if (device.isPresent()) return List.of(new Bucket(Kind.DEVICE, owner + " " + device.get()));
        var buckets = new ArrayList<Bucket>();
        buckets.add(new Bucket(Kind.PLACE, owner + " " + place));
        if (!oneTime) buckets.add(new Bucket(Kind.STRANGERS, owner));
        return List.copyOf(buckets);
    }

    /** Where an attempt at a code counts. */
    static Bucket ofACode(String owner, Optional<String> device) {
        return device.map(known -> new Bucket(Kind.DEVICE, owner + " " + known))
                .orElseGet(() -> new Bucket(Kind.CODES, owner));
    }
}
