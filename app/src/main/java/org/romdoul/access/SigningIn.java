package org.romdoul.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.romdoul.access.Attempts.Outcome;
import org.romdoul.input.Digits;
import org.springframework.http.ResponseCookie;
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
    private final Buckets buckets;
    private final Devices devices;
    private final StaffSecrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    SigningIn(
            AccountRows accounts,
            CredentialRows credentials,
            Passwords passwords,
            Attempts attempts,
            Buckets buckets,
            Devices devices,
            StaffSecrets secrets,
            Clock clock,
            SecureRandom random) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.passwords = passwords;
        this.attempts = attempts;
        this.buckets = buckets;
        this.devices = devices;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /** The first factor. */
    Optional<HalfWay> password(String number, String typed, From from) {
        var account = accounts.byNumber(number).filter(known -> !known.suspended());
        var credential = account.flatMap(known -> credentials.find(known.id()));
        return isRight(account.map(known -> known.id().toString()).orElse(number), credential, typed, from)
                ? credential.map(known -> new HalfWay(known.account(), known.password(), clock.instant(), false))
                : Optional.empty();
    }

    /** Whether the password that somebody half way has shown is still the one: a reset ends what began before it. */
    boolean stillKnows(HalfWay halfWay) {
        return credential(halfWay.account()).password().equals(halfWay.knows());
    }

    /** Also how a locked session is opened. */
    boolean passwordIsRight(UUID account, String typed, From from) {
        return isRight(account.toString(), credentials.find(account), typed, from);
    }

    /** Whether there is such an account or not, the same is counted, asked of the database, and hashed. */
    private boolean isRight(String owner, Optional<Credential> credential, String typed, From from) {
        var device = credential.flatMap(known -> devices.known(known, from));
        var oneTime = credential.filter(Credential::mustChange).isPresent();
        var counted = Bucket.ofAPassword(owner, device, from.place(), oneTime);
        var listened = (device.isPresent() || !attempts.tooManyFrom(from.place())) && buckets.claim(counted);
        var right = passwords.matches(
                typed, listened ? credential.map(Credential::password).orElse(null) : null);
        if (right) buckets.giveBack(counted);
        note(from, credential, right ? Outcome.PASSWORD : listened ? Outcome.REFUSED : Outcome.HELD);
        return right;
    }

    private void note(From from, Optional<Credential> credential, Outcome outcome) {
        attempts.note(from.place(), credential.map(Credential::account).orElse(null), outcome);
    }

    /** The second factor: the phone's code, or a recovery code. Each works once. */
    boolean secondFactor(UUID account, String typed, From from) {
        var credential = credential(account);
        var device = devices.known(credential, from);
        var counted = Bucket.ofACode(account.toString(), device);
        var listened = (device.isPresent() || !attempts.tooManyFrom(from.place())) && buckets.claim(counted);
        var right =
                listened && (isCode(credential, typed) || credentials.useRecovery(account, RandomWords.hash(typed)));
        if (right) settle(credential, from);
        note(from, Optional.of(credential), right ? Outcome.SECOND_FACTOR : listened ? Outcome.REFUSED : Outcome.HELD);
        return right;
    }

    /** She is who she is: what was wrong before, here, is forgotten. */
    void settle(UUID account, From from) {
        settle(credential(account), from);
    }

    private void settle(Credential credential, From from) {
        var owner = credential.account().toString();
        var device = devices.known(credential, from);
        buckets.empty(Bucket.ofACode(owner, device));
        buckets.empty(Bucket.ofAPassword(owner, device, from.place(), true).getFirst());
    }

    /** @return the cookie by which her browser is known next time */
    ResponseCookie remember(UUID account, From from) {
        return devices.remember(credential(account), from);
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
        if (problem.isEmpty()) {
            credentials.setPassword(account, passwords.hash(chosen), false);
            buckets.empty(
                    Bucket.ofACode(account.toString(), Optional.empty())); // whoever guessed codes knew the old one
        }
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
