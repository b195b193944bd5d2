package org.romdoul.chart;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/**
 * The words and figures of the reader of a chart.
 *
 * @param source the messages, {@code chart.*} among them
 * @param locale hers, as Spring hands it to a page
 */
public record Words(MessageSource source, Locale locale) {

    public String text(String key, Object... arguments) {
        return Objects.requireNonNull(source.getMessage(key, arguments, key, locale));
    }

    /** @return a count or a measure, with at most one decimal */
    public String number(double number) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    /** @return a share of 1 in percent: whole ones, with one decimal below ten */
    public String percent(double share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(Math.abs(share) < 0.0995 ? 1 : 0);
        return format.format(share);
    }
}
