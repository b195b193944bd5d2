package org.romdoul.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.DatabaseUnusable;
import org.romdoul.database.Databases;
import org.romdoul.journal.audit.Audit;
import org.romdoul.journal.audit.AuditReport;
import org.romdoul.journal.audit.Finding;
import org.romdoul.journal.audit.Watcher;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.journal.witnessing.Testimony;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recomputes everything, asks outside what was seen of it, and names what differs. It migrates nothing: an audit that changes
 * what it audits proves nothing.
 */
@Command(
        name = "audit",
        description = {
            "Recomputes everything and names what differs: table, row, kind of damage. Ends with 1 where there is any.",
            "Asks the policy's witnesses what they have seen of the log."
        },
        footer = {"", "It opens names to make search tokens again; that it did is itself recorded."})
final class AuditCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The log's public key, from paper; else the one that this machine holds.")
    @Nullable
    String key;

    @Option(
            names = "--witnessed",
            paramLabel = "FILE",
            description = "A checkpoint of this log that somebody kept elsewhere. May be given again.")
    List<Path> kept = List.of();

    @Option(names = "--json", description = "One JSON object.")
    boolean json;

    @Spec
    CommandSpec spec;

    /** What {@code --json} prints. */
    record Verdict(boolean clean, boolean witnessed, AuditReport report) {}

    @Override
    public Integer call() {
        return place.insideAsItIs(this::audit);
    }

    private int audit(ApplicationContext rooms) {
        rooms.getBean(Databases.class).difference().ifPresent(difference -> {
            throw new DatabaseUnusable(difference + " An audit changes nothing, so it stops here.");
        });
        var told = new Told(spec.commandLine().getOut());
        var vkey = key != null ? key : rooms.getBean(Sequencer.class).vkey();
        var report = rooms.getBean(Audit.class).run(vkey, read(kept), told);
        if (json) told.asJson(report);
        else told.inWords(report);
        return told.uselessFile() && report.clean() ? Exit.WRONG_USE : exit(report);
    }

    private static int exit(AuditReport report) {
        return report.clean() ? Exit.OK : Exit.FAILED;
    }

    private static Map<String, byte[]> read(List<Path> files) {
        var notes = new LinkedHashMap<String, byte[]>();
        try {
            for (var file : files) notes.put(file.toString(), Files.readAllBytes(file));
            return notes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Says what is found while it is found, and afterwards what was heard from outside. */
    private final class Told implements Watcher {

        private final PrintWriter results;
        private final List<Testimony> heard = new ArrayList<>();

        Told(PrintWriter results) {
            this.results = results;
        }

        @Override
        public void found(Finding finding) {
            if (!json) results.println(finding);
        }

        @Override
        public void heard(Testimony testimony) {
            heard.add(testimony);
        }

        boolean uselessFile() {
            return heard.stream()
                    .anyMatch(one -> one instanceof Testimony.Silent(String from, String why)
                            && kept.stream().anyMatch(file -> file.toString().equals(from)));
        }

        void asJson(AuditReport report) {
            results.println(JsonMapper.shared().writeValueAsString(new Verdict(report.clean(), witnessed(), report)));
        }

        void inWords(AuditReport report) {
            results.printf(
                    Locale.ROOT,
                    "%,d facts, %,d of them not sealed yet; %,d leaves under %,d checkpoints; %,d sealed values; %.1f s%n",
                    report.facts(),
                    report.pending(),
                    report.leaves(),
                    report.checkpoints(),
                    report.sealedValues(),
                    report.took().toMillis() / 1000.0);
            results.println(report.clean() ? "Nothing differs." : report.damage() + " times something differs.");
            outside();
        }

        private boolean witnessed() {
            return heard.stream().anyMatch(one -> one instanceof Testimony.Signed signed && signed.at() != null);
        }

        private void outside() {
            for (var one : heard) {
                results.println(
                        switch (one) {
                            case Testimony.Signed(var from, var checkpoint, var at) ->
                                "Seen outside: " + from + ", " + checkpoint.size() + " leaves"
                                        + (at == null ? ", not by a witness" : " at " + at);
                            case Testimony.Silent(var from, var why) -> "Not seen: " + from + " " + why;
                        });
            }
            if (heard.stream().noneMatch(Testimony.Signed.class::isInstance))
                results.println(
                        "Nobody outside was heard: what a stolen key rewrote, or an end cut off, is not found so.");
        }
    }
}
