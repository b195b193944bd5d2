package org.romdoul.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.romdoul.database.Finding;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Every setting of ours: a slip of the finger in a file is read by nobody, and nothing else would say so. */
final class Settings {

    static final Set<String> KNOWN = Set.of(
            "romdoul.home",
            "romdoul.demo",
            "romdoul.help-line",
            "romdoul.zone",
            "romdoul.jurisdiction",
            "romdoul.leave-to",
            "romdoul.key-backups-kept",
            "romdoul.sealing",
            "romdoul.log.origin",
            "romdoul.log.policy",
            "romdoul.audit.like",
            "romdoul.time-stamp.url",
            "romdoul.database.url",
            "romdoul.database.keys-url",
            "romdoul.database.join",
            "romdoul.database.migrate",
            "romdoul.database.bin",
            "romdoul.database.connections",
            "romdoul.database.statement-timeout",
            "romdoul.database.idle-in-transaction-timeout",
            "romdoul.blobs.url",
            "romdoul.blobs.region",
            "romdoul.blobs.access-key",
            "romdoul.blobs.secret-key",
            "romdoul.evidence.largest",
            "romdoul.evidence.transit");

    private static final Set<String> PLAIN = KNOWN.stream().map(Settings::plain).collect(Collectors.toSet());

    private Settings() {}

    static Finding look(ConfigurableEnvironment environment) {
        var unknown = unknown(environment);
        return unknown.isEmpty()
                ? Finding.ok("config", "every setting is one of ours")
                : Finding.fail(
                        "config",
                        "nobody reads " + String.join(", ", unknown)
                                + ": `romdoul config show --sources` says where it is");
    }

    /** Of files and the command line: in the environment stand names that are no settings. */
    private static TreeSet<String> unknown(ConfigurableEnvironment environment) {
        var unknown = new TreeSet<String>();
        for (var source : environment.getPropertySources())
            if (source instanceof EnumerablePropertySource<?> listed
                    && !source.getName().startsWith("system"))
                names(listed)
                        .filter(name -> name.startsWith("romdoul."))
                        .filter(name -> !PLAIN.contains(plain(name)))
                        .forEach(unknown::add);
        return unknown;
    }

    private static Stream<String> names(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames());
    }

    /** As Spring reads a name: key-backups-kept, keyBackupsKept and KEYBACKUPSKEPT are one. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    }
}
