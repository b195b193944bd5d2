package org.romdoul.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes one picture. Text is text, placed only where it has room whatever its script: no width is ever guessed.
 * Colours and letters are classes of the style sheet, for pages allow no styles of their own.
 */
final class Svg {

    static final double WIDTH = 600;

    private final StringBuilder xml = new StringBuilder(2_000);
    private final String id;

    Svg(double height, String title, String description) {
        id = "chart-" + Integer.toHexString((title + description).hashCode());
        xml.append("<svg class=\"romdoul-svg\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" role=\"img\""
                .formatted(figure(WIDTH), figure(height)));
        xml.append(" aria-labelledby=\"%1$s-title %1$s-words\">".formatted(id));
        xml.append("<title id=\"%s-title\">%s</title>".formatted(id, escaped(title)));
        xml.append("<desc id=\"%s-words\">%s</desc>".formatted(id, escaped(description)));
        // Three hatchings: a part that is not settled must differ in grey print and for who does not tell the colours.
        xml.append("""
                <defs><pattern id="%s-open" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
                <rect class="c-pale" width="6" height="6"/><rect class="c-ink" width="1.5" height="6"/></pattern>\
                <pattern id="%s-late" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">\
                <rect class="c-alarm" width="5" height="5"/><rect class="c-paper" width="1.2" height="5"/></pattern>\
                <pattern id="%s-dotted" width="6" height="6" patternUnits="userSpaceOnUse">\
                <rect class="c-paper" width="6" height="6"/><rect class="c-ink" x="2" y="2" width="2" height="2"/></pattern></defs>""".formatted(id, id, id));
    }

    Svg bar(double x, double y, double width, double height, String kind) {
        xml.append("<rect class=\"c-%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(kind, figure(x), figure(y), figure(Math.max(0, width)), figure(height)));
        return this;
    }

    /** A bar filled with a hatching: {@code open}, {@code late} or {@code dotted}. */
    Svg hatched(double x, double y, double width, double height, String hatching) {
        xml.append("<rect class=\"c-edge\" fill=\"url(#%s-%s)\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(id, hatching, figure(x), figure(y), figure(Math.max(0, width)), figure(height)));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String kind) {
        xml.append("<line class=\"c-%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(kind, figure(x1), figure(y1), figure(x2), figure(y2)));
        return this;
    }

    Svg path(String way, String kind) {
        xml.append("<path class=\"c-%s\" d=\"%s\"/>".formatted(kind, way));
        return this;
    }

    Svg dot(double x, double y) {
        xml.append("<circle class=\"c-river\" cx=\"%s\" cy=\"%s\" r=\"5\"/>".formatted(figure(x), figure(y)));
        return this;
    }

    /** Words that begin at x. */
    Svg from(double x, double y, String kind, String words) {
        return text(x, y, "start", kind, words);
    }

    /** Words in the middle of x: only short figures. */
    Svg over(double x, double y, String kind, String words) {
        return text(x, y, "middle", kind, words);
    }

    /** Words that end at x: only short figures. */
    Svg until(double x, double y, String kind, String words) {
        return text(x, y, "end", kind, words);
    }

    /** The figure of a tick; those at the ends lean inwards, so that none is cut off. */
    Svg tick(Axis axis, double value, double y, String figure) {
        if (value == axis.from()) return from(axis.left(), y, "small", figure);
        return value >= axis.to() ? until(axis.right(), y, "small", figure) : over(axis.at(value), y, "small", figure);
    }

    private Svg text(double x, double y, String anchor, String kind, String words) {
        xml.append("<text class=\"c-%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(kind, figure(x), figure(y), anchor, escaped(words)));
        return this;
    }

    @Override
    public String toString() {
        return xml + "</svg>";
    }

    /** A number of the drawing: a tenth of a unit is finer than any screen shows. */
    static String figure(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
