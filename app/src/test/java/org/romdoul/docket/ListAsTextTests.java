package org.romdoul.docket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListAsTextTests {

    @Test
    void listsAreReadAsTheyAreInTheWorld() {
        assertThat(ListAsText.read("['14', '2', None]"))
                .hasValueSatisfying(l -> assertThat(l).containsExactly("14", "2", ""));
        assertThat(ListAsText.read("['0' None\n '10000']"))
                .hasValueSatisfying(l -> assertThat(l).containsExactly("0", "", "10000"));
        assertThat(ListAsText.read("[1, 2]"))
                .hasValueSatisfying(l -> assertThat(l).containsExactly("1", "2"));
        assertThat(ListAsText.read("2421_to_2424"))
                .hasValueSatisfying(l -> assertThat(l).containsExactly("2421_to_2424"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "None", "[]"})
    void nothingIsAnEmptyList(String text) {
        assertThat(ListAsText.read(text)).hasValueSatisfying(l -> assertThat(l).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['1', '2'",
                "'1', '2']",
                "['1',, '2']",
                "['1' '2",
                "['1''2']",
                "[;]",
                "1,2",
                "[['1']]",
                "['1', ]"
            })
    void whatIsNoListIsNotRead(String text) {
        assertThat(ListAsText.read(text)).isEmpty();
    }
}
