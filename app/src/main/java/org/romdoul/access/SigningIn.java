package org.romdoul.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.romdoul.access.Attempts.Outcome;
import org.romdoul.input.Digits;
import org.springframework.stereotype.Service;

/**
 * The way in: password, second factor, and a password of one's own where somebody else made it. Whatever is wrong, the
 * answer and the time it takes are the same. Not one transaction: an attempt counts whatever becomes of it.
 */
@Service
class SigningIn {

    static final String TOTP = "totp";

    private final AccountRows accounts;
    private final CredentialRows credentials;
    private final Passwords passwords;
    private final Attempts attempts;
    private final StaffSecrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    SigningIn(
            AccountRows accounts,
            CredentialRows credentials,
            Passwords passwords,
            Attempts attempts,
            StaffSecrets secrets,
            Clock clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /** The first factor. */
    Optional<HalfWay> password(String number, String typed, String address) {
        var account = accounts.byNumber(number).filter(known -> !known.suspended());
        return account.map(Account::id)
                .filter(id -> passwordIsRight(id, typed, address))
                .or(() -> {
                    if (account.isEmpty()) refuseANobody(typed, address);
                    return Optional.empty();
                })
                .map(id -> new HalfWay(id, clock.instant(), false));
    }

    /** Also how a locked session is opened. */
    boolean passwordIsRight(UUID account, String typed, String address) {
        var claimed = attempts.tooManyFrom(address)
                ? Optional.<Credential>empty()
                : credentials.claim(account, clock.instant());
        var right = passwords.matches(typed, claimed.map(Credential::password).orElse(null));
        if (right) credentials.giveBack(account);
        attempts.note(address, account, right ? Outcome.PASSWORD : claimed.isEmpty() ? Outcome.HELD : Outcome.REFUSED);
        return right;
    }

    private void refuseANobody(String typed, String address) {
        passwords.matches(typed, null);
        attempts.note(address, null, Outcome.REFUSED);
    }

    /** The second factor: the phone's code, or a recovery code. Each works once. */
    boolean secondFactor(UUID account, String typed, String address) {
        var claimed = attempts.tooManyFrom(address)
                ? Optional.<Credential>empty()
                : credentials.claim(account, clock.instant());
        var right = claimed.filter(credential ->
                        isCode(credential, typed) || credentials.useRecovery(account, RandomWords.hash(typed)))
                .isPresent();
        if (right) credentials.settle(account);
        attempts.note(
                address, account, right ? Outcome.SECOND_FACTOR : claimed.isEmpty() ? Outcome.HELD : Outcome.REFUSED);
        return right;
    }

    /** She is who she is: what was wrong before is forgotten. */
    void settle(UUID account) {
        credentials.settle(account);
    }

    private boolean isCode(Credential credential, String typed) {
        var code = Digits.ascii(typed).replaceAll("\\s", "");
        var step = totp(credential).match(code, clock.instant(), lastStep(credential));
        return step.isPresent() && credentials.useStep(credential.account(), step.getAsLong());
    }

    boolean isEnrolled(UUID account) {
        return credential(account).totpStep() != null;
    }

    boolean mustChange(UUID account) {
        return credential(account).mustChange();
    }

    String language(UUID account) {
        return credential(account).language();
    }

    /** @return the secret as she types it into her app, until she has shown once that she did */
    Optional<String> secretToEnrol(UUID account) {
        return isEnrolled(account)
                ? Optional.empty()
                : Optional.of(totp(credential(account)).written());
    }

    /** @return fresh recovery codes, to be shown once; the ones before work no more */
    List<String> recoveryCodes(UUID account) {
        var codes = RandomWords.recoveryCodes(random);
        credentials.setRecovery(account, codes.stream().map(RandomWords::hash).toList());
        return codes;
    }

    int recoveryLeft(UUID account) {
        return credentials.recoveryLeft(account);
    }

    /** @return why the password will not do, as a message key; nothing where it is hers now */
    Optional<String> choosePassword(UUID account, String chosen) {
        var number = accounts.byId(account).map(Account::number).orElse("");
        var problem = passwords.problem(chosen, number);
        if (problem.isEmpty() && passwords.matches(chosen, credential(account).password()))
            problem = Optional.of("access.password.same");
        if (problem.isEmpty()) credentials.setPassword(account, passwords.hash(chosen), false);
        return problem;
    }

    /** Lets her in, in a sitting of its own, unless she has been suspended meanwhile. */
    Optional<Actor> enter(HalfWay halfWay) {
        if (!halfWay.secondFactor() || mustChange(halfWay.account())) return Optional.empty();
        return accounts.byId(halfWay.account())
                .filter(account -> !account.suspended())
                .map(account -> account.sitsDown(sitting()));
    }

    private UUID sitting() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** @return the code a phone would show now that has not been used; for the demonstration only */
    Optional<String> codeForADemonstration(UUID account) {
        var credential = credential(account);
        var open = Totp.open(clock.instant(), lastStep(credential));
        return first(open).map(step -> totp(credential).code(step));
    }

    private static Optional<Long> first(LongStream steps) {
        var first = steps.findFirst();
        return first.isPresent() ? Optional.of(first.getAsLong()) : Optional.empty();
    }

    private Credential credential(UUID account) {
        return credentials.find(account).orElseThrow();
    }

    private Totp totp(Credential credential) {
        return new Totp(
                secrets.decrypt(credential.account(), TOTP, credential.totp()).orElseThrow());
    }

    private static long lastStep(Credential credential) {
        var last = credential.totpStep();
        return last == null ? Long.MIN_VALUE : last;
    }
}
