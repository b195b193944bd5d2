package org.romdoul.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11",
                "2011-4",
                "2011-02-30",
                "2011-13",
                "2011-04-15T25:00Z",
                "2011-04-15T13:45",
                "~2011",
                "xxxx"
            })
    void refusesWhatIsNoDate(String text) {
        assertThat(PartialDate.parse(text)).isEmpty();
    }

    @Test
    void spansAllDaysItMayHaveBeen() {
        var february = new PartialDate("2012-02~");
        assertThat(february.earliest()).contains(LocalDate.of(2012, 2, 1));
        assertThat(february.latest()).contains(LocalDate.of(2012, 2, 29));
    }

    @Test
    void saysBeforeOnlyWhereItIsCertain() {
        var year = PartialDate.ofYear(2010);
        assertThat(year.isCertainlyBefore(new PartialDate("2011-01-01"))).isTrue();
        assertThat(year.isCertainlyBefore(new PartialDate("2010-12-31"))).isFalse();
        assertThat(PartialDate.UNKNOWN.isCertainlyBefore(year)).isFalse();
    }

    @Test
    void sortsTheVaguerFirstAndTheUnknownBeforeAll() {
        var sorted = Stream.of("2011-04-15", "2011-04", "XXXX", "2011", "2011-04-15T13:45Z")
                .map(PartialDate::new)
                .sorted()
                .map(PartialDate::edtf);
        assertThat(sorted).containsExactly("XXXX", "2011", "2011-04", "2011-04-15", "2011-04-15T13:45Z");
    }

    @Test
    void writesAMomentToTheMinute() {
        assertThat(PartialDate.at(Instant.parse("2011-04-15T13:00:59Z")).edtf()).isEqualTo("2011-04-15T13:00Z");
    }
}
