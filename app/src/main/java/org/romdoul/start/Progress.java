package org.romdoul.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** How far a long piece of work is: one line that is drawn over in a terminal, one line for each tenth in a log. */
final class Progress {

    private static final int WIDTH = 20;

    private final PrintWriter talk;
    private final boolean terminal;
    private final InstantSource clock;
    private final long whole;
    private final long began;
    private long done;
    private long errors;
    private long lastTenth;
    private long lastDrawn;

    Progress(long whole, PrintWriter talk) {
        this(whole, talk, talksToATerminal(), InstantSource.system());
    }

    Progress(long whole, PrintWriter talk, boolean terminal, InstantSource clock) {
        this.whole = whole;
        this.talk = talk;
        this.terminal = terminal;
        this.clock = clock;
        this.began = clock.millis();
    }

    /** Java asks only whether input and output are terminals; we talk to standard error. */
    private static boolean talksToATerminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString().matches("/dev/(pts/|tty).*");
        } catch (IOException e) {
            return false;
        }
    }

    void done() {
        step();
    }

    void failed() {
        errors++;
        step();
    }

    private void step() {
        done++;
        long tenth = whole == 0 ? 10 : done * 10 / whole;
        boolean last = done >= whole;
        if (terminal && (last || clock.millis() - lastDrawn >= 100)) {
            lastDrawn = clock.millis();
            talk.print("\r" + line() + (last ? "\n" : ""));
            talk.flush();
        } else if (!terminal && tenth > lastTenth) {
            lastTenth = tenth;
            talk.println(line());
        }
    }

    private String line() {
        int filled = (int) (whole == 0 ? WIDTH : Math.min(WIDTH, done * WIDTH / whole));
        String failures = errors == 0 ? "" : " " + number(errors) + (errors == 1 ? " error" : " errors");
        return "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + number(done) + "/" + number(whole)
                + failures + left();
    }

    private String left() {
        long spent = clock.millis() - began;
        if (done >= whole || spent < 2_000) {
            return "";
        }
        Duration rest = Duration.ofMillis(spent * (whole - done) / done);
        return rest.toSeconds() < 90
                ? " ~" + Math.max(1, rest.toSeconds()) + " s"
                : " ~" + (rest.toSeconds() + 30) / 60 + " min";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
