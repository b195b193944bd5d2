package org.romdoul.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.romdoul.database.Backup;
import org.romdoul.database.DatabaseSettings;
import org.springframework.boot.context.properties.bind.Binder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A copy of the record on a PostgreSQL of our own; a server of somebody else's has ways of its own. */
@Command(
        name = "backup",
        description = {
            "Copies the record, its keys (wrapped) and its files, with the hash of each. Romdoul must be stopped first.",
            "The secrets that open them are copied to a place of their own, or not at all."
        },
        footer = {
            "",
            "Example:  romdoul backup --to /backup/2026-11-28 --secrets-to /safe/2026-11-28",
            "On a PostgreSQL of your own (--db): docs/serve.md."
        })
final class BackupCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(names = "--to", required = true, paramLabel = "FOLDER", description = "A new folder.")
    Path to = Path.of("");

    @Option(
            names = "--secrets-to",
            paramLabel = "FOLDER",
            description = "Another new folder, on another medium that other people keep.")
    @Nullable
    Path secretsTo;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        var environment = place.environment();
        var settings = Binder.get(environment).bindOrCreate("romdoul.database", DatabaseSettings.class);
        if (settings.url() != null) {
            spec.commandLine()
                    .getErr()
                    .println("This record lies on a server of your own, which has better ways: docs/serve.md.");
            return Exit.CONFIGURATION;
        }
        try {
            var files = Backup.make(Place.home(environment), settings.bin(), to.toAbsolutePath(), absolute(secretsTo));
            spec.commandLine()
                    .getOut()
                    .println(files + " files are in " + to + ", with their hashes in " + Backup.MANIFEST + ".");
            spec.commandLine()
                    .getErr()
                    .println(
                            secretsTo == null
                                    ? "Without the secrets nobody opens it, nor do you: keep a copy of them apart (--secrets-to)."
                                    : "Keep " + secretsTo + " apart from it: the two together open everything.");
            return Exit.OK;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable Path absolute(@Nullable Path path) {
        return path == null ? null : path.toAbsolutePath();
    }
}
