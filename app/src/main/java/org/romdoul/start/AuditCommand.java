package org.romdoul.start;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.Finding;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.Sequencer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Recomputes everything, and names what differs. */
@Command(
        name = "audit",
        description =
                "Recomputes everything and names what differs: table, row, kind of damage. Ends with 1 where there is any.")
final class AuditCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        return place.inside(rooms -> {
            var results = spec.commandLine().getOut();
            var report = rooms.getBean(Audit.class)
                    .run(rooms.getBean(Sequencer.class).vkey(), said(results));
            results.println(report);
            results.println(
                    "Not yet witnessed: what a stolen key rewrote, or an end cut off, is found only with a witness.");
            return report.clean() ? Exit.OK : Exit.FAILED;
        });
    }

    private static Watcher said(PrintWriter results) {
        return new Watcher() {
            @Override
            public void found(Finding finding) {
                results.println(finding);
            }
        };
    }
}
