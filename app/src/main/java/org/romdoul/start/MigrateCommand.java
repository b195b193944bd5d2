package org.romdoul.start;

import java.util.concurrent.Callable;
import org.romdoul.database.Databases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the record and the key store to this version. */
@Command(name = "migrate", description = "Brings the record and the key store to this version. May be run again.")
final class MigrateCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try (Databases databases = Place.databases(place.environment())) {
            spec.commandLine().getOut().println(databases.migrate() + " migrations applied.");
        }
        return Exit.OK;
    }
}
