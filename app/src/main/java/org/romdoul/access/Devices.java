package org.romdoul.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.romdoul.database.Home;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Browsers from which somebody came all the way in. Each keeps a signed note of it, which names nobody and gives no right: an
 * attempt that brings one is counted apart from those of strangers. A note ends with the password it was made under.
 */
@Component
class Devices {

    static final Set<String> NAMES = Set.of("d", "__Host-d");
    static final String BETWEEN = ".";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int NONCE = 16;
    private static final int TAG = 16;

    /** On a shared computer: the last who came in. */
    private static final int MOST = 8;

    private static final Pattern NOTE = Pattern.compile("[A-Za-z0-9_-]{48}");

    private final Keyed keyed;
    private final SecureRandom random;
    private final Clock clock;
    private final boolean secure;

    Devices(
            Home home,
            SecureRandom random,
            Clock clock,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure)
            throws IOException {
        this.keyed = Keyed.at(home.secret("devices.key"), random);
        this.random = random;
        this.clock = clock;
        this.secure = secure;
    }

    /** @return by what to tell this device from the account's others; nothing where it is a stranger to the account */
    Optional<String> known(Credential credential, From from) {
        if (from.sitting() != null) return Optional.of("sitting " + from.sitting());
        return notes(from.remembered()).stream()
                .filter(note -> isOf(credential, note))
                .findFirst();
    }

    /** @return the cookie that says so, beside what was remembered of others */
    ResponseCookie remember(Credential credential, From from) {
        var notes = new ArrayList<String>();
        notes.add(note(credential));
        notes(from.remembered()).stream()
                .filter(note -> !isOf(credential, note))
                .limit(MOST - 1)
                .forEach(notes::add);
        return ResponseCookie.from(secure ? "__Host-d" : "d", String.join(BETWEEN, notes))
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .build();
    }

    private static List<String> notes(String remembered) {
        return Arrays.stream(remembered.split("\\.", MOST * 2 + 1))
                .filter(NOTE.asMatchPredicate())
                .limit(MOST)
                .toList();
    }

    private String note(Credential credential) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var day = (int) today();
        var note = ByteBuffer.allocate(NONCE + 4 + TAG).put(nonce).putInt(day).put(tag(credential, nonce, day));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(note.array());
    }

    private boolean isOf(Credential credential, String note) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(note));
        var nonce = new byte[NONCE];
        bytes.get(nonce);
        var day = bytes.getInt();
        var tag = new byte[TAG];
        bytes.get(tag);
        var age = today() - day;
        return age >= 0 && age <= KEPT.toDays() && MessageDigest.isEqual(tag, tag(credential, nonce, day));
    }

    private byte[] tag(Credential credential, byte[] nonce, int day) {
        var password = credential.password().getBytes(StandardCharsets.UTF_8);
        return keyed.tag(ByteBuffer.allocate(16 + NONCE + 4 + password.length)
                .putLong(credential.account().getMostSignificantBits())
                .putLong(credential.account().getLeastSignificantBits())
                .put(nonce)
                .putInt(day)
                .put(password)
                .array());
    }

    private long today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
    }
}
