package org.romdoul.start;

import java.util.concurrent.Callable;
import org.romdoul.database.Passwords;
import org.romdoul.database.RolesSql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a database administrator runs once on a server that is not ours. */
@Command(
        name = "roles",
        description = {
            "Prints the SQL that a database administrator runs once on a server of your own.",
            "Passwords that nobody has set are made and kept in the home; the SQL holds only their SCRAM verifiers."
        },
        footer = {"", "Example:  romdoul roles | psql postgresql://admin@db.example/postgres"})
final class RolesCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        Passwords passwords = new Passwords(Place.home(place.environment()), System.getenv());
        spec.commandLine().getOut().println(RolesSql.forAnAdministrator(passwords::findOrMake));
        return Exit.OK;
    }
}
