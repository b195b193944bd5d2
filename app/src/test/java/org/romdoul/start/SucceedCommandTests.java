package org.romdoul.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.romdoul.Romdoul;
import org.romdoul.access.Role;
import org.romdoul.database.TestDatabase;
import org.romdoul.journal.Facts;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.journal.sealing.Sequencer;
import org.romdoul.testing.Staff;
import org.romdoul.vault.Vault;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A lost key, and the two people who let another log succeed. */
class SucceedCommandTests {

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final StringWriter results = new StringWriter();
    private final StringWriter talk = new StringWriter();

    @Test
    void withALostKeyTwoPeopleAndAHeadThatSomebodyKeptTheRecordGoesOnAndIsClean() throws IOException {
        var kept = folder.resolve("kept");
        var people = work(kept);
        Files.delete(database.home().secret("log.pem"));
        assertThat(run("log", "show")).as("nothing goes on without the key").isNotEqualTo(Exit.OK);
        assertThat(succeed("bored", people, kept)).isEqualTo(Exit.WRONG_USE);
        assertThat(succeed("key-lost", people, null)).isEqualTo(Exit.FAILED);
        assertThat(talk.toString()).contains("--cause is", "nobody outside holds a head");

        assertThat(succeed("key-lost", people, kept)).as(talk.toString()).isEqualTo(Exit.OK);
        assertThat(results.toString()).contains("log a.example/next+");
        assertThat(run("audit")).as(results + talk.toString()).isEqualTo(Exit.OK);
        assertThat(results.toString()).contains("Nothing differs.");
    }

    /** Two people are hired, that is sealed, and somebody keeps the head. */
    private List<String> work(Path kept) throws IOException {
        var words = new ArrayList<>(List.of("--romdoul.sealing=off", "--spring.main.lazy-initialization=true"));
        database.properties().forEach((name, value) -> words.add("--" + name + "=" + value));
        try (var program = new SpringApplicationBuilder(Romdoul.class)
                .web(WebApplicationType.NONE)
                .run(words.toArray(String[]::new))) {
            var staff = new Staff(
                    program.getBean(JdbcClient.class),
                    program.getBean(Facts.class),
                    program.getBean(Vault.class),
                    program.getBean(PlatformTransactionManager.class));
            var people = List.of(
                    staff.hire(Role.INVESTIGATION_LEAD).number(),
                    staff.hire(Role.PROSECUTION_LEAD).number());
            while (program.getBean(Sequencer.class).seal() > 0) {}
            Files.write(
                    kept,
                    program.getBean(PublishedLog.class).head().orElseThrow().note());
            return people;
        }
    }

    private int succeed(String cause, List<String> people, @Nullable Path kept) {
        var words = new ArrayList<>(List.of("succeed", "--cause", cause, "--origin", "a.example/next"));
        words.addAll(List.of("--by", people.getFirst(), "--with", people.getLast()));
        if (kept != null) words.addAll(List.of("--witnessed", kept.toString()));
        return run("log", words.toArray(String[]::new));
    }

    /** The command's own words come before those of the place. */
    private int run(String command, String... own) {
        var place = List.of(database.words(command));
        var words = new ArrayList<>(List.of(command));
        words.addAll(List.of(own));
        words.addAll(place.subList(1, place.size()));
        return Start.run(new PrintWriter(results, true), new PrintWriter(talk, true), words.toArray(String[]::new));
    }
}
