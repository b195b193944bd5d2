package org.romdoul.access;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.romdoul.journal.Fact;
import org.romdoul.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work in the record: added, suspended, let in again, given a new way in. */
@Service
@Transactional
public class Accounts {

    /** Those that the pages speak. */
    public static final Set<String> LANGUAGES = Set.of("en", "km", "vi");

    private static final Pattern NUMBER = Pattern.compile("U-\\d{3,6}");

    private final AccountRows rows;
    private final CredentialRows credentials;
    private final StaffSecrets secrets;
    private final NeedToKnow needToKnow;
    private final Passwords passwords;
    private final Buckets buckets;
    private final Facts facts;
    private final SecureRandom random;

    Accounts(
            AccountRows rows,
            CredentialRows credentials,
            StaffSecrets secrets,
            NeedToKnow needToKnow,
            Passwords passwords,
            Buckets buckets,
            Facts facts,
            SecureRandom random) {
        this.rows = rows;
        this.credentials = credentials;
        this.secrets = secrets;
        this.needToKnow = needToKnow;
        this.passwords = passwords;
        this.buckets = buckets;
        this.facts = facts;
        this.random = random;
    }

    /** @return whether a staff number may look like this */
    public static boolean isNumber(String number) {
        return NUMBER.matcher(number).matches();
    }

    /** What came of adding an account. */
    public sealed interface Answer {}

    /** @param password for the first sign-in only, to be handed over by hand: it is stored nowhere */
    public record Added(Account account, String password) implements Answer {}

    /** @param reason message key */
    public record Refused(String reason) implements Answer {}

    /**
     * Adds a person.
     *
     * @param name as her agency knows her; sealed
     * @param language en, km or vi
     */
    public Answer add(Agency agency, String number, Role role, String name, String language, UUID by) {
        return add(facts.id(), agency, number, role, name, language, by);
    }

    /** @param id the account's, as a form carried it: sent twice, it is added once */
    Answer add(UUID id, Agency agency, String number, Role role, String name, String language, UUID by) {
        if (rows.byId(id).isPresent()) return new Refused("access.account.there");
        if (!isNumber(number)) return new Refused("access.number.form");
        var password = RandomWords.word(random);
        var totp = Totp.random(random);
        return add(id, agency, number, role, name, by, password, totp, new Ways(true, null, language))
                .<Answer>map(account -> new Added(account, password))
                .orElseGet(() -> new Refused("access.number.taken"));
    }

    /** How an account begins: people choose a password and show their second factor first, the demonstration's need not. */
    record Ways(
            boolean mustChange,
            @org.jspecify.annotations.Nullable Long totpStep,
            String language) {}

    Optional<Account> add(
            UUID id,
            Agency agency,
            String number,
            Role role,
            String name,
            UUID by,
            String password,
            Totp totp,
            Ways ways) {
        if (rows.byNumber(number).isPresent()) return Optional.empty();
        var fact = facts.now(agency.id(), by).as(id);
        secrets.begin(fact.id());
        if (!rows.add(fact, number, role, secrets.sealName(agency.id(), fact.id(), name))) return Optional.empty();
        needToKnow.let(agency.id(), fact.id(), fact.id(), null);
        credentials.add(new Credential(
                fact.id(),
                passwords.hash(password),
                ways.mustChange(),
                secrets.encrypt(fact.id(), SigningIn.TOTP, totp.secret()),
                ways.totpStep(),
                ways.language()));
        return rows.byId(fact.id());
    }

    /** Gives a person a new one-time password and a new second factor, and signs her out everywhere. */
    public Optional<String> reset(String number, UUID by) {
        return reset(facts.id(), number, by);
    }

    /** @param id the fact's, as a form carried it: sent twice, she gets one new password, and it is shown once */
    Optional<String> reset(UUID id, String number, UUID by) {
        if (rows.isReset(id)) return Optional.empty();
        return rows.byNumber(number).map(account -> {
            var password = RandomWords.word(random);
            var secret = Totp.random(random).secret();
            rows.reset(facts.now(account.agency(), by).as(id), account.id());
            credentials.reset(
                    account.id(), passwords.hash(password), secrets.encrypt(account.id(), SigningIn.TOTP, secret));
            listenAgain(account.id());
            rows.endSessions(account.id());
            return password;
        });
    }

    /** Keeps a person out, from this moment. @return false where she is out already, or nobody has the number */
    public boolean suspend(String number, UUID by) {
        return change(number, by, true);
    }

    public boolean reinstate(String number, UUID by) {
        return change(number, by, false);
    }

    private boolean change(String number, UUID by, boolean out) {
        var account = rows.byNumber(number).filter(known -> known.suspended() != out);
        account.ifPresent(known -> {
            Fact fact = facts.now(known.agency(), by);
            rows.suspend(fact, known.id(), !out);
            if (!out) listenAgain(known.id());
            rows.endSessions(known.id());
        });
        return account.isPresent();
    }

    /** Whoever else is in as her is out: she chose another password because of them, perhaps. */
    void endOtherSessions(Actor actor, String kept) {
        rows.endOtherSessions(actor.account(), kept);
    }

    /** @param language en, km or vi */
    public void speak(Actor actor, String language) {
        credentials.setLanguage(actor.account(), language);
    }

    /** @param typed a staff number as people write it: u 31, U31, ៣១ */
    public Optional<Account> byNumber(String typed) {
        return rows.byNumber(Account.numberAsTyped(typed));
    }

    public Optional<Account> byId(UUID account) {
        return rows.byId(account);
    }

    /** @return these accounts by their ids, as far as they are people's */
    public Map<UUID, Account> byIds(Collection<UUID> accounts) {
        return rows.byIds(accounts).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** @return the staff number of an account; empty where it is no person's */
    public String number(UUID account) {
        return rows.byId(account).map(Account::number).orElse("");
    }

    /** @return who leads an agency and is not kept out */
    public List<Account> leadsOf(UUID agency) {
        return of(agency).stream()
                .filter(account -> account.role().leads() && !account.suspended())
                .toList();
    }

    private void listenAgain(UUID account) {
        buckets.empty(new Bucket(Bucket.Kind.STRANGERS, account.toString()));
        buckets.empty(Bucket.ofACode(account.toString(), Optional.empty()));
    }

    /** What an administrator sees of how somebody comes in. */
    public record Standing(boolean enrolled, boolean mustChange, int recoveryLeft, boolean barred) {}

    Standing standing(UUID account) {
        var credential = credentials.find(account).orElseThrow();
        return new Standing(
                credential.totpStep() != null,
                credential.mustChange(),
                credentials.recoveryLeft(account),
                buckets.isBarred(new Bucket(Bucket.Kind.STRANGERS, account.toString()))
                        || buckets.isBarred(Bucket.ofACode(account.toString(), Optional.empty())));
    }

    /** @return an agency's staff as numbers and roles, never as names */
    public List<Account> of(UUID agency) {
        return rows.ofAgency(agency);
    }

    public List<Account> withRole(Role role) {
        return rows.withRole(role);
    }

    /** @return what was done to accounts, the last first: for the oversight agency */
    public List<AccountChange> lastChanges(int most) {
        return rows.lastChanges(most);
    }

    /** @return when somebody else gave her a new way in, the last first: she is told, whoever did it */
    public List<AccountChange> resetsOf(UUID account) {
        return rows.resetsOf(account);
    }

    /** @return a number that nobody has yet */
    public String freeNumber() {
        return rows.freeNumber();
    }
}
