package org.romdoul.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A room's SQL touches the tables of its own schema; what it needs of another room, it asks that room's face. */
class SqlTests {

    private static final Path ROOMS = Path.of("src/main/java/org/romdoul");
    private static final Path BROKEN = Path.of("src/test/java/org/romdoul/house/broken");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");

    /** Schemas that have another name than their room. */
    private static final Map<String, Set<String>> OWNED =
            Map.of("journal", Set.of("journal", "ledger"), "vault", Set.of("vault", "keys"));

    /** What a schema lets every room use: the second lock, and the types of columns. */
    private static final Set<String> SHARED = Set.of(
            "access.may_read",
            "access.held",
            "access.scopes",
            "journal.edtf",
            "vault.ref",
            // Made for results, which are read by a role that sees nothing else.
            "prosecution.figure_defendant",
            "prosecution.figure_charge",
            "prosecution.figure_docket",
            "ledger.checkpoint");

    /** It reads every table on purpose, as the role auditor. */
    private static final String AUDIT = "journal/audit/";

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|FROM|JOIN)\\b");
    private static final Pattern SCHEMA = Pattern.compile("CREATE SCHEMA (?:IF NOT EXISTS )?(\\w+)");

    @Test
    void aRoomsSqlTouchesItsOwnSchema() {
        var foreign = new TreeMap<String, List<String>>();
        sources(ROOMS).filter(file -> !name(file).startsWith(AUDIT)).forEach(file -> {
            var found = foreign(read(file), room(file));
            if (!found.isEmpty()) foreign.put(name(file), found);
        });

        assertThat(foreign).isEmpty();
    }

    @Test
    void itFindsTheSqlThereIs() {
        assertThat(schemas()).contains("access", "cases", "oversight", "ledger", "persons");
        assertThat(sources(ROOMS)
                        .filter(file -> name(file).endsWith("Rows.java"))
                        .filter(file -> !statements(read(file)).isEmpty()))
                .hasSizeGreaterThan(20);
    }

    @Test
    void itBites() {
        assertThat(foreign(read(BROKEN.resolve("ForeignRows.java")), "broken")).containsExactly("access.account");
        assertThat(foreign("sql(\"UPDATE vault.sealed SET key = NULL\")", "cases"))
                .containsExactly("vault.sealed");
        assertThat(foreign("sql(\"SELECT d.code FROM cases.desk d WHERE access.may_read(d.scope)\")", "cases"))
                .isEmpty();
        assertThat(foreign("text(\"vault.erasure.none\")", "cases")).isEmpty();
    }

    private static List<String> foreign(String source, String room) {
        var own = OWNED.getOrDefault(room, Set.of(room));
        var table = Pattern.compile("(?<![\\w.:])(" + String.join("|", schemas()) + ")\\.\\w+");
        return statements(source).stream()
                .flatMap(statement -> table.matcher(statement).results().map(found -> found.group()))
                .filter(name -> !own.contains(name.substring(0, name.indexOf('.'))) && !SHARED.contains(name))
                .distinct()
                .toList();
    }

    private static List<String> statements(String source) {
        return LITERAL.matcher(source)
                .results()
                .map(literal -> literal.group(1) == null ? literal.group(2) : literal.group(1))
                .filter(text -> STATEMENT.matcher(text).find())
                .toList();
    }

    private static Set<String> schemas() {
        var all = new TreeSet<String>();
        for (var migration : files(MIGRATIONS, ".sql"))
            SCHEMA.matcher(read(migration)).results().forEach(found -> all.add(found.group(1)));
        return all;
    }

    private static String room(Path file) {
        return ROOMS.relativize(file).getName(0).toString();
    }

    private static String name(Path file) {
        return ROOMS.relativize(file).toString();
    }

    private static Stream<Path> sources(Path root) {
        return files(root, ".java").stream();
    }

    private static List<Path> files(Path root, String ending) {
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
