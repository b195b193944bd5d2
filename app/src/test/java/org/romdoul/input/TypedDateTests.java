package org.romdoul.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDateTests {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "31,4,2011,input.date.impossible",
        "29,2,2011,input.date.impossible",
        "5,,2011,input.date.no-month",
        "5,4,,input.date.no-year",
        "x,4,2011,input.date.not-figures",
        "1,1,11,input.date.year",
        "1,1,0011,input.date.year",
        "25,11,2026,input.date.future",
        "1,13,2011,input.date.impossible",
        "1,1,-2011,input.date.not-figures",
    })
    void refuses(@Nullable String day, @Nullable String month, @Nullable String year, String code) {
        assertThat(new TypedDate(day, month, year, null).optional(TODAY))
                .isEqualTo(Typed.<PartialDate>problem(code, arguments(code)));
    }

    @ParameterizedTest
    @CsvSource({
        "15,4,2011,,2011-04-15",
        "១៥,៤,២០១១,,2011-04-15",
        ",4,2011,,2011-04",
        ",,2011,true,2011~",
        ",,,,XXXX",
        "' 24 ',11,2026,,2026-11-24",
    })
    void understands(
            @Nullable String day, @Nullable String month, @Nullable String year, @Nullable String about, String edtf) {
        assertThat(new TypedDate(day, month, year, about).optional(TODAY))
                .isEqualTo(new Typed.Value<>(new PartialDate(edtf)));
    }

    @Test
    void asksForADateThatMustBeThere() {
        assertThat(TypedDate.EMPTY.required(TODAY)).isEqualTo(Typed.<PartialDate>problem("input.missing"));
    }

    private static Object[] arguments(String code) {
        return code.equals("input.date.year") ? new Object[] {"1900", "2026"} : new Object[0];
    }
}
