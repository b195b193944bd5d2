package org.romdoul.start;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.romdoul.database.DatabaseUnusable;
import org.romdoul.database.Databases;
import org.romdoul.database.Finding;
import org.romdoul.database.Home;
import org.romdoul.database.Inspection;
import org.romdoul.database.Passwords;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Whether everything on this machine and in the database is as the program needs it, and what to do if not. */
@Command(name = "check", description = "Looks whether all is right here, and says what to do if not.")
final class CheckCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(names = "--json", description = "One JSON array.")
    boolean json;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        ConfigurableEnvironment environment = place.environment();
        Home home = Place.home(environment);
        List<Finding> findings = new ArrayList<>(List.of(Settings.look(environment)));
        findings.addAll(Machine.look(home));
        try (Databases databases = Place.databases(environment)) {
            findings.addAll(Inspection.of(databases, new Passwords(home, System.getenv()), Clock.systemUTC()));
        } catch (DatabaseUnusable e) {
            findings.add(Finding.fail("database", Complaint.about(e).words()));
        }
        print(findings);
        return exitCode(findings);
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(findings));
            return;
        }
        findings.forEach(it -> out.printf("%-4s  %-26s  %s%n", it.ok() ? "OK" : "FAIL", it.name(), it.words()));
        long failed = findings.stream().filter(it -> !it.ok()).count();
        spec.commandLine().getErr().println(failed == 0 ? "All is right." : failed + " to be put right.");
    }

    static int exitCode(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::unreachable)) {
            return Exit.UNREACHABLE;
        }
        return findings.stream().allMatch(Finding::ok) ? Exit.OK : Exit.CONFIGURATION;
    }
}
