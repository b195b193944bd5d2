package org.romdoul.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.romdoul.blobs.Sweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds what lies among the stored files and belongs to nothing. */
@Command(
        name = "sweep",
        description = "Removes what was begun and never finished, and names stored files that no fact refers to.",
        footer = {
            "",
            "Those are left: after a restore they may be all that is left of a fact. --remove-orphans removes them."
        })
final class SweepCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(
            names = "--grace",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "What is younger may still be on its way. (${DEFAULT-VALUE})")
    int hours;

    @Option(names = "--remove-orphans", description = "Removes also the files that no fact refers to.")
    boolean removeOrphans;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return place.inside(rooms -> {
            try {
                var out = spec.commandLine().getOut();
                var swept = rooms.getBean(Sweep.class).run(Duration.ofHours(hours), removeOrphans);
                swept.orphans().forEach(orphan -> out.println("no fact refers to " + orphan));
                out.printf(
                        "%d unfinished and %d pieces removed; %d files that no fact refers to%s.%n",
                        swept.unfinished(), swept.pieces(), swept.orphans().size(), removeOrphans ? ", removed" : "");
                return swept.orphans().isEmpty() || removeOrphans ? Exit.OK : Exit.PARTLY_DONE;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
