package org.romdoul.access;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.romdoul.database.Home;
import org.romdoul.database.SecretFile;
import org.romdoul.demo.Demo;
import org.romdoul.input.PartialDate;
import org.romdoul.journal.Facts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The agencies and people of a country that does not exist: one person a role, U-101 and on. Their passwords are made
 * here and kept in one file of the home, to be printed again; the second factor is shown on its page.
 */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class AccessDemo implements Demo {

    private record Office(String code, String kind, String name) {}

    private record Person(String number, Role role, Office office, String name, String language, String hint) {}

    private static final Office POLICE =
            new Office("LOTUS-ATU", "police", "Lotus Province Anti-Trafficking Unit (fictional)");
    private static final Office PROSECUTION =
            new Office("LOTUS-PO", "prosecution", "Lotus Province Prosecution Office (fictional)");
    private static final Office COURT = new Office("LOTUS-COURT", "court", "Lotus Province Court (fictional)");
    private static final Office SOCIAL = new Office("REED-SOCIAL", "social", "Reed Province Social Office (fictional)");
    private static final Office SHELTER = new Office("HERON", "shelter", "Heron House (fictional)");
    private static final Office HOTLINE = new Office("HOTLINE", "hotline", "Sample Country Hotline (fictional)");
    private static final Office MONITOR = new Office("MONITOR", "oversight", "Sample Country Monitor (fictional)");
    private static final Office STUDY = new Office("STUDY", "research", "Sample Country Study Group (fictional)");
    private static final Office OFFICE = new Office("RECORD", "operations", "Sample Country Record Office (fictional)");

    private static final List<Person> PEOPLE = List.of(
            new Person("U-101", Role.HOTLINE, HOTLINE, "Example One", "en", "takes tips"),
            new Person("U-102", Role.INVESTIGATOR, POLICE, "Example Two", "en", "works cases"),
            new Person("U-103", Role.INVESTIGATION_LEAD, POLICE, "Example Three", "en", "holds every case of the unit"),
            new Person("U-104", Role.PROSECUTOR, PROSECUTION, "Example Four", "en", "charges, hearings, judgments"),
            new Person("U-105", Role.PROSECUTION_LEAD, PROSECUTION, "Example Five", "en", "leads the prosecution"),
            new Person("U-106", Role.CLERK, COURT, "Example Six", "km", "records court; Khmer"),
            new Person("U-107", Role.SOCIAL_WORKER, SOCIAL, "Example Seven", "en", "cares for survivors"),
            new Person("U-108", Role.SHELTER, SHELTER, "Example Eight", "vi", "shelter; Vietnamese"),
            new Person("U-109", Role.MONITOR, MONITOR, "Example Nine", "en", "oversight: nothing personal"),
            new Person("U-110", Role.RESEARCHER, STUDY, "Example Ten", "en", "results, no cases"),
            new Person("U-112", Role.RESEARCHER, STUDY, "Example Twelve", "en", "types sheets a second time"),
            new Person("U-111", Role.ADMINISTRATOR, OFFICE, "Example Eleven", "en", "accounts, no cases"));

    private final Accounts accounts;
    private final Agencies agencies;
    private final Facts facts;
    private final Home home;
    private final Clock clock;
    private final SecureRandom random;

    AccessDemo(Accounts accounts, Agencies agencies, Facts facts, Home home, Clock clock, SecureRandom random) {
        this.accounts = accounts;
        this.agencies = agencies;
        this.facts = facts;
        this.home = home;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void fill() {
        var passwords = passwords();
        for (var person : PEOPLE) passwords.computeIfAbsent(person.number(), number -> password(number.toString()));
        write(passwords);
        for (var person : PEOPLE) add(person, passwords.getProperty(person.number()));
    }

    // Somebody who is there while her password is lost gets a new one, as anybody would.
    private String password(String number) {
        return accounts.reset(number, Actor.SYSTEM).orElseGet(() -> RandomWords.word(random));
    }

    private void add(Person person, String password) {
        var office = person.office();
        var agency = agencies.add(
                office.code(), office.kind(), office.name(), PartialDate.at(clock.instant()), Actor.SYSTEM);
        accounts.add(
                facts.id(),
                agency,
                person.number(),
                person.role(),
                person.name() + " (fictional)",
                Actor.SYSTEM,
                password,
                Totp.random(random),
                new Accounts.Ways(false, 0L, person.language()));
    }

    @Override
    public List<SignIn> signIns() {
        var passwords = passwords();
        return PEOPLE.stream()
                .map(person -> new SignIn(
                        person.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                        person.number(),
                        passwords.getProperty(person.number(), ""),
                        person.hint()))
                .toList();
    }

    private Path file() {
        return home.secret("demo-sign-in.properties");
    }

    private Properties passwords() {
        var passwords = new Properties();
        try {
            if (Files.exists(file())) passwords.load(new StringReader(Files.readString(file())));
            return passwords;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(Properties passwords) {
        var text = new StringWriter();
        try {
            passwords.store(text, "The fictional people of the demonstration");
            SecretFile.write(file(), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
