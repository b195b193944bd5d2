package org.romdoul.verifier;

import java.util.Locale;
import java.util.stream.Collectors;

/** A report as people read it, and as programs do. */
final class Printed {

    private Printed() {}

    static String text(Report report) {
        StringBuilder text = new StringBuilder();
        for (Report.Line line : report.lines()) {
            String mark = line.note()
                    ? "note"
                    : line.finding() == Verdict.VERIFIED ? "ok" : line.finding().words();
            text.append(String.format(Locale.ROOT, "%-13s %-11s %s%n", mark, line.check(), line.text()));
        }
        return text.append('\n')
                .append(last(report))
                .append(System.lineSeparator())
                .toString();
    }

    private static String mark(Report.Line line) {
        return line.note()
                ? "note"
                : line.finding() == Verdict.VERIFIED ? "ok" : line.finding().words();
    }

    /** The verdict, with what the bundle shows where nothing else speaks against it; otherwise with what does. */
    private static String last(Report report) {
        Report.Standing shown = report.standing();
        boolean good = report.verdict().compareTo(Verdict.NOT_WITNESSED) <= 0;
        return report.verdict().words() + "  " + (good && shown != null ? sentence(shown) : worst(report));
    }

    private static String sentence(Report.Standing shown) {
        return "case " + shown.scope() + ", copy " + shown.copy() + ": complete up to event " + shown.events()
                + " as of " + shown.asOf();
    }

    private static String worst(Report report) {
        return report.lines().stream()
                .filter(line -> line.finding() == report.verdict())
                .map(line -> line.check() + ": " + line.text())
                .findFirst()
                .orElse("");
    }

    static String json(Report report) {
        String checks = report.lines().stream()
                .map(line -> "    {\"check\": " + quoted(line.check())
                        + ", \"finding\": "
                        + quoted(mark(line))
                        + ", \"text\": " + quoted(line.text()) + "}")
                .collect(Collectors.joining(",\n"));
        return "{\n  \"verdict\": " + quoted(report.verdict().words())
                + ",\n  \"exit\": " + report.verdict().exit()
                + (report.standing() == null ? "" : json(report.standing()))
                + ",\n  \"checks\": [\n" + checks + "\n  ]\n}\n";
    }

    private static String json(Report.Standing shown) {
        return ",\n  \"case\": " + quoted(shown.scope()) + ",\n  \"copy\": " + shown.copy() + ",\n  \"events\": "
                + shown.events() + ",\n  \"as_of\": " + quoted(shown.asOf().toString());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
