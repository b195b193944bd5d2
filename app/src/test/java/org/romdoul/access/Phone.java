package org.romdoul.access;

import java.io.ByteArrayOutputStream;
import java.time.Clock;

/** A telephone with an authenticator app, where the program is a real one and no demonstration shows the code. */
public final class Phone {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Totp totp;
    private int next = -1;

    /** @param written the key, as the page shows it */
    public Phone(String written) {
        var bytes = new ByteArrayOutputStream();
        var bits = 0;
        var held = 0;
        for (var letter : written.replaceAll("\\s", "").toCharArray()) {
            held = held << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) bytes.write(held >> (bits -= 8));
        }
        totp = new Totp(bytes.toByteArray());
    }

    /** @return a code that is good now: of the half minute before, then of this one, then of the next */
    public String code() {
        return totp.code(Totp.step(Clock.systemUTC().instant()) + next++);
    }
}
