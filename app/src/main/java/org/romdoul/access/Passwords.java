package org.romdoul.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: Argon2id with 19 MiB, two passes, one lane (OWASP's first choice); long ones, no rules about signs. */
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodys = hash("no account has this one");

    String hash(String plain) {
        return java.util.Objects.requireNonNull(argon2.encode(plain));
    }

    /** Takes the same time whether there is a hash to compare with or not. */
    boolean matches(String typed, @Nullable String hash) {
        var rightLength = typed.length() <= LONGEST;
        var matches = argon2.matches(rightLength ? typed : "", hash == null ? nobodys : hash);
        return matches && rightLength && hash != null;
    }

    /** @return why a new password will not do, as a message key */
    Optional<String> problem(String chosen, String number) {
        if (chosen.length() < SHORTEST) return Optional.of("access.password.short");
        if (chosen.length() > LONGEST) return Optional.of("access.password.long");
        if (chosen.chars().distinct().count() < 5 || chosen.contains(number))
            return Optional.of("access.password.easy");
        return Optional.empty();
    }
}
