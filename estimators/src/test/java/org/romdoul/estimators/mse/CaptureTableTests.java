package org.romdoul.estimators.mse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTableTests {
    private static final String GOOD = "a,b,n\n1,0,30\n0,1,20\n1,1,10\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,b,n;1,0,3,9 | line 2: 4 columns where the header has 3; it cannot be told which lists these people are on",
                "a,b,n;1,0,3;0,1,-2 | line 3: a negative count, -2; this is not a table of people",
                "a,b,n;1,0,3;0,x,2 | line 3: 'x' for list b; a person is on a list (1) or not (0)",
                "a,b,n;1,0,2.5 | line 2: '2.5' is no whole number of people; rates and weighted counts have another likelihood",
                "a,b,n;0,0,7 | line 2: 7 people on no list; these are the people to be estimated and cannot be counted",
                "a,b,n;1,0,3;0,1,5 | nobody is on two lists; every total from here to infinity fits such a table",
                "a,b,c,n;1,1,0,3;0,0,1,4;1,1,1,5 | lists a and b name the same people; a copy is not a second source: it would make the total look certain and small",
                "a,b,n;1,0,3;1,1,5 | everybody is on list a; no other list finds anyone it has missed, so nothing shows how many it missed",
                "a,b,c,n;1,0,0,3;0,1,0,4;1,1,0,5 | nobody is on list c; an empty list says nothing; leave its column out",
                "a,n;1,5 | line 1: fewer than two lists; who is missing shows only in how lists overlap; columns are separated by commas",
                "a,a,n;1,0,5 | line 1: a list has no name or the name of another; estimates could not say which lists they rest on",
                "a,b,n;1,0,0 | 0 people; there is nothing to estimate from",
                "'' | line 1: the text is empty; there is nothing to estimate from"
            })
    void refusesAndSaysWhichRowAndWhatItMeans(String lines, String reason) {
        TableReading reading = CaptureTable.read(lines.replace(';', '\n'));
        assertThat(reading).isInstanceOf(TableReading.Refused.class);
        assertThat(((TableReading.Refused) reading).reasons())
                .extracting(TableReading.Remark::toString)
                .contains(reason);
    }

    @Test
    void reportsEveryBadRowAtOnce() {
        TableReading reading = CaptureTable.read("a,b,n\n1,0\n1,1,-1\n0,1,x\n");
        assertThat(((TableReading.Refused) reading).reasons())
                .extracting(TableReading.Remark::line)
                .containsExactly(2, 3, 4);
    }

    @Test
    void aMillionRowsAreReadAndWhatIsAlikeIsToldOnce() {
        TableReading good = CaptureTable.read("a,b,n\n" + "1,0,1\n0,1,1\n1,1,1\n1,0,1\n".repeat(250_000));
        TableReading.Accepted accepted = (TableReading.Accepted) good;
        assertThat(accepted.table().observed()).isEqualTo(1_000_000);
        assertThat(accepted.remarks()).hasSize(21).last().asString().startsWith("999977 further rows");

        TableReading bad = CaptureTable.read("a,b,n\n" + "1,x,1\n".repeat(1000));
        assertThat(((TableReading.Refused) bad).reasons())
                .hasSize(21)
                .last()
                .hasToString("980 further rows cannot be read; mend these first");
    }

    @Test
    void readsQuotesBlankLinesWindowsLinesAndAByteOrderMark() {
        String odd = "\uFEFF\"a\",\"b\",\"n\"\r\n1,0,30\r\n\r\n0, 1 ,20\r\n1,1,10\r\n";
        assertThat(Tables.read(odd)).isEqualTo(Tables.read(GOOD));
    }

    @Test
    void addsRowsOfTheSameHistoryAndRemarksOnIt() {
        TableReading.Accepted accepted = (TableReading.Accepted) CaptureTable.read(GOOD + "1,0,5\n");
        assertThat(accepted.table().count(1)).isEqualTo(35);
        assertThat(accepted.remarks()).extracting(TableReading.Remark::line).containsExactly(5);
    }

    @Test
    void remarksOnFewOverlapsAndOnAListThatSharesNobody() {
        TableReading reading = CaptureTable.read(Tables.text("Artificial_3"));
        assertThat(((TableReading.Accepted) reading).remarks())
                .extracting(TableReading.Remark::what)
                .containsExactly("6 people are on several lists", "nobody on list C is on another list");
    }

    @Test
    void countsPeopleByLists() {
        CaptureTable table = Tables.read(GOOD);
        assertThat(table.observed()).isEqualTo(60);
        assertThat(table.overlap(1)).isEqualTo(40);
        assertThat(table.overlap(3)).isEqualTo(10);
        assertThat(table.onExactly(1)).isEqualTo(50);
    }

    @Test
    void refusesCountsThatAreNoTable() {
        assertThatThrownBy(() -> CaptureTable.of(List.of("a", "b"), 0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaptureTable.of(List.of("a", "b"), 1, 1, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CaptureTable.of(List.of("a", "b"), 0, -1, 2, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
