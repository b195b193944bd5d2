package org.romdoul.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.Backup;
import org.romdoul.database.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A backup made into a home again, in an empty place, once every file of it is what was copied. */
@Command(
        name = "restore",
        description = {
            "Looks whether a backup is whole, and with --to makes a new home of it.",
            "A record restored from a backup is older than what its witnesses signed: `romdoul audit` says so."
        },
        footer = {
            "",
            "Example:  romdoul restore /backup/2026-11-28",
            "          romdoul restore /backup/2026-11-28 --secrets /safe/2026-11-28 --to /srv/romdoul"
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "The backup.")
    Path backup = Path.of("");

    @Option(names = "--secrets", paramLabel = "FOLDER", description = "The copy of its secrets.")
    @Nullable
    Path secrets;

    @Option(names = "--to", paramLabel = "FOLDER", description = "The new home; a place where nothing is.")
    @Nullable
    Path to;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (to != null && secrets == null)
            throw new ParameterException(
                    spec.commandLine(),
                    "A backup opens with the secrets that were copied apart from it: --secrets FOLDER.");
        try {
            var copy = new Backup(backup.toAbsolutePath());
            var wrong = new ArrayList<>(copy.differences());
            if (secrets != null) wrong.addAll(new Backup(secrets.toAbsolutePath()).differences());
            wrong.forEach(spec.commandLine().getOut()::println);
            if (!wrong.isEmpty()) {
                spec.commandLine().getErr().println("It is not what was copied. Nothing is restored from it.");
                return Exit.FAILED;
            }
            spec.commandLine().getOut().println("Every file is what was copied.");
            if (to != null && secrets != null) restore(copy, secrets, new Home(to));
            return Exit.OK;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void restore(Backup copy, Path from, Home home) throws IOException {
        copy.restore(from.toAbsolutePath(), home);
        spec.commandLine().getOut().println("Restored to " + home.directory() + ".");
        spec.commandLine()
                .getErr()
                .println("Before anybody works on it: romdoul audit --home " + home.directory()
                        + ", with a checkpoint that somebody kept (--witnessed). docs/serve.md says what then.");
    }
}
