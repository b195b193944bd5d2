package org.romdoul.screens;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.romdoul.demo.Demo;
import org.romdoul.testing.MovableClock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration's country, filled as {@code romdoul demo} fills it. */
@TestComponent
public class Country implements ApplicationListener<ApplicationReadyEvent> {

    // Worked here: a docket's cases are its own office's, and those who sign in need not see them.
    private static final String CASE = """
            SELECT min(code) FROM prosecution.standing s
             WHERE outcome = :outcome
               AND NOT EXISTS (SELECT FROM prosecution.docket_case d WHERE d.scope = s.scope)""";

    private static final String WITH_EXHIBITS = """
            SELECT min(d.code) FROM cases.desk d WHERE d.scope IN (SELECT e.scope FROM evidence.exhibit e)""";

    private static final String TO_BE_CLOSED = "SELECT min(code) FROM cases.desk WHERE status = 'closing'";

    private final List<Demo> parts;
    private final MovableClock clock;
    private final DataSource auditor;
    private final Map<String, String> passwords = new HashMap<>();

    Country(List<Demo> parts, MovableClock clock, @Qualifier("auditor") DataSource auditor) {
        this.parts = parts.stream().sorted(Comparator.comparingInt(Demo::order)).toList();
        this.clock = clock;
        this.auditor = auditor;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        fill();
        for (var part : parts) part.signIns().forEach(one -> passwords.put(one.user(), one.password()));
    }

    void fill() {
        parts.forEach(Demo::fill);
    }

    public String password(String number) {
        return Objects.requireNonNull(passwords.get(number), number);
    }

    /** A code is good once: whoever signs in next has another. */
    public void untilTheNextCode() {
        clock.pass(Duration.ofSeconds(31));
    }

    /** @return the code of a case that has exhibits */
    public String caseWithExhibits() {
        return JdbcClient.create(auditor).sql(WITH_EXHIBITS).query(String.class).single();
    }

    /** @return the code of a case that somebody proposes to close */
    public String caseToBeClosed() {
        return JdbcClient.create(auditor).sql(TO_BE_CLOSED).query(String.class).single();
    }

    /** @return the code of a case in which this stands for somebody */
    public String caseWith(String outcome) {
        return JdbcClient.create(auditor)
                .sql(CASE)
                .param("outcome", outcome)
                .query(String.class)
                .single();
    }
}
