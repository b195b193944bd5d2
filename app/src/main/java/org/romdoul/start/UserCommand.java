package org.romdoul.start;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Account;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.access.Agencies;
import org.romdoul.access.Agency;
import org.romdoul.access.Role;
import org.romdoul.input.PartialDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Accounts, where there is no administrator who could sign in: the first one, and emergencies. The same facts as on the pages. */
@Command(
        name = "user",
        description = {
            "Accounts, from the machine itself: for the first administrator, and for emergencies.",
            "What is done so stays on the record; oversight is told, and so is whoever gets a new way in."
        },
        subcommands = {
            UserCommand.Show.class,
            UserCommand.Add.class,
            UserCommand.Reset.class,
            UserCommand.Lock.class,
            UserCommand.Unlock.class
        })
final class UserCommand implements Callable<Integer> {

    private static final String NUMBER = "Staff number, U-031.";

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.WRONG_USE;
    }

    /** One of them: what is typed is looked at first, then it is done among the rooms. */
    abstract static class Work implements Callable<Integer> {

        @Mixin
        Place place = new Place();

        @Spec
        CommandSpec spec;

        /** Refuses what cannot be meant, before anything is started. */
        void look() {}

        abstract int run(Told told);

        @Override
        public final Integer call() {
            look();
            return place.inside(rooms -> run(new Told(spec, rooms)));
        }

        ParameterException wrong(String words) {
            return new ParameterException(spec.commandLine(), words);
        }
    }

    @Command(name = "list", description = "Lists accounts by number: agency, role, state. Never names.")
    static final class Show extends Work {

        @Override
        int run(Told told) {
            for (var agency : told.rooms().getBean(Agencies.class).all())
                told.accounts()
                        .of(agency.id())
                        .forEach(account -> spec.commandLine()
                                .getOut()
                                .printf(
                                        "%-8s %-16s %-18s %s%n",
                                        account.number(),
                                        agency.code(),
                                        word(account.role()),
                                        account.suspended() ? "locked" : "active"));
            return Exit.OK;
        }
    }

    @Command(
            name = "add",
            description = {
                "Adds an account, and prints its one-time password, this once.",
                "Asks for the person's name, which is sealed: it belongs into no command line."
            },
            footer = {
                "",
                "The first administrator of a new record, with the office that runs it:",
                "  romdoul user add --agency RECORD --new-office \"Record Office\" --role administrator"
            })
    static final class Add extends Work {

        @Parameters(arity = "0..1", paramLabel = "NUMBER", description = NUMBER + " By default the next free one.")
        @Nullable
        String number;

        @Option(names = "--agency", required = true, paramLabel = "CODE", description = "For whom she works.")
        String agency = "";

        @Option(
                names = "--new-office",
                paramLabel = "NAME",
                description = "Adds the agency first, as the office that runs the record. The name is public.")
        @Nullable
        String newOffice;

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "What she does.")
        String role = "";

        @Option(names = "--language", defaultValue = "en", paramLabel = "en|km|vi", description = "(${DEFAULT-VALUE})")
        String language = "en";

        @Override
        void look() {
            if (roleOf(role).isEmpty())
                throw wrong("There is no role " + role + ". Roles: "
                        + Stream.of(Role.values()).map(UserCommand::word).collect(Collectors.joining(", ")));
            if (!Accounts.LANGUAGES.contains(language)) throw wrong("Romdoul speaks en, km and vi.");
            if (number != null && !Accounts.isNumber(Account.numberAsTyped(number)))
                throw wrong("A staff number looks like U-031: three to six figures.");
            if (!Agency.isCode(agency))
                throw wrong("An agency's code is 2 to 16 capital letters, figures or hyphens, a letter first.");
        }

        @Override
        int run(Told told) {
            var agencies = told.rooms().getBean(Agencies.class);
            var there = agencies.byCode(agency);
            if (there.isEmpty() && newOffice == null)
                return told.refuses(
                        "There is no agency " + agency
                                + ". Administrators add agencies in the browser; --new-office adds the office that runs the record.");
            if (there.isPresent() && newOffice != null)
                return told.refuses("An agency has the code " + agency + " already: leave out --new-office.");
            var as = number == null ? told.accounts().freeNumber() : Account.numberAsTyped(number);
            if (told.accounts().byNumber(as).isPresent()) return told.refuses(told.words("access.number.taken"));
            var office = newOffice == null ? Optional.of("") : told.plain(newOffice);
            var name = office.flatMap(named -> told.asks("Name, as the agency knows her or him: "));
            if (name.isEmpty()) return Exit.FAILED;
            var hers = there.orElseGet(
                    () -> agencies.add(agency, Agency.OPERATIONS, office.get(), PartialDate.UNKNOWN, Actor.SYSTEM));
            var does = roleOf(role).orElseThrow();
            return switch (told.accounts().add(hers, as, does, name.get(), language, Actor.SYSTEM)) {
                case Accounts.Added added -> told.password(added.account().number(), added.password());
                case Accounts.Refused no -> told.refuses(told.words(no.reason()));
            };
        }
    }

    @Command(
            name = "reset",
            description = {
                "Ends a password, a phone and their recovery codes, signs out everywhere,",
                "and prints a one-time password, this once."
            })
    static final class Reset extends Work {

        @Parameters(paramLabel = "NUMBER", description = NUMBER)
        String number = "";

        @Override
        int run(Told told) {
            var hers = Account.numberAsTyped(number);
            return told.accounts()
                    .reset(hers, Actor.SYSTEM)
                    .map(password -> told.password(hers, password))
                    .orElseGet(() -> told.refuses("Nobody has the number " + hers + "."));
        }
    }

    @Command(name = "lock", description = "Signs somebody out everywhere at once, and keeps her out.")
    static final class Lock extends Work {

        @Parameters(paramLabel = "NUMBER", description = NUMBER)
        String number = "";

        @Override
        int run(Told told) {
            return change(
                    told,
                    number,
                    (accounts, hers) -> accounts.suspend(hers, Actor.SYSTEM),
                    "is locked",
                    "was locked already");
        }
    }

    @Command(name = "unlock", description = "Lets somebody in again, with the password and phone as before.")
    static final class Unlock extends Work {

        @Parameters(paramLabel = "NUMBER", description = NUMBER)
        String number = "";

        @Override
        int run(Told told) {
            return change(
                    told,
                    number,
                    (accounts, hers) -> accounts.reinstate(hers, Actor.SYSTEM),
                    "may sign in again",
                    "was not locked");
        }
    }

    private static int change(
            Told told, String typed, BiPredicate<Accounts, String> work, String done, String already) {
        var accounts = told.accounts();
        var number = Account.numberAsTyped(typed);
        if (accounts.byNumber(number).isEmpty()) return told.refuses("Nobody has the number " + number + ".");
        return told.says(number + " " + (work.test(accounts, number) ? done : already) + ".");
    }

    private static Optional<Role> roleOf(String typed) {
        return Stream.of(Role.values())
                .filter(role -> word(role).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
