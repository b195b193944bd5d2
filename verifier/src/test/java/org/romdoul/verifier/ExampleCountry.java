package org.romdoul.verifier;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.Cosigner;

/** A log with two cases in it, a clock, and three witnesses. */
final class ExampleCountry {

    /** When the witnesses look: after everything was written. */
    static final long WITNESSED = 1_795_489_200;

    static final List<Cosigner> WITNESSES = List.of(
            new Cosigner("river-law.example/witness", ExampleLog.key(11)),
            new Cosigner("bar.example/witness", ExampleLog.key(12)),
            new Cosigner("embassy.example/witness", ExampleLog.key(13)));

    final ExampleLog log;
    final ExampleCase main;
    final ExampleCase other;

    ExampleCountry(String origin, int seed) {
        log = new ExampleLog(origin, seed);
        main = new ExampleCase(log);
        other = new ExampleCase(log);
    }

    /** The country in which all bundles but the forged ones are made. */
    static ExampleCountry begun() {
        return new ExampleCountry("demo.romdoul.example/log", 1).begin(true);
    }

    static ExampleCountry withoutFiles() {
        return new ExampleCountry("demo.romdoul.example/log", 1).begin(false);
    }

    /** Another operator, who calls his log the same. */
    static ExampleCountry forged() {
        return new ExampleCountry("demo.romdoul.example/log", 2).begin(true);
    }

    private ExampleCountry begin(boolean withFiles) {
        log.clock();
        main.fact("cases.case_file", "\"code\": \"KH-0001\"");
        main.fact(
                "cases.allegation",
                "\"acts\": [\"recruitment\"]",
                main.words("words", "It is said that work was promised.\n"));
        other.fact("cases.case_file", "\"code\": \"KH-0002\"");
        main.reading("\"kind\": \"content\"");
        main.fact("persons.person", "\"code\": \"P1\"", "\"age\": {\"from\": 15, \"to\": 16}");
        main.fact("persons.identity", main.words("name", "Invented Name"), main.words("phone", "000 000 000"));
        log.clock();
        if (withFiles) {
            main.fact("evidence.exhibit", "\"label\": \"E1\"", main.file("file", text("A bill of an invented bar.\n")));
            other.fact("evidence.exhibit", "\"label\": \"E1\"", other.file("file", text("Another thing.\n")));
            main.fact("evidence.exhibit", "\"label\": \"E2\"", main.file("file", text("A list of invented rooms.\n")));
        }
        main.reading("\"kind\": \"identity\"", main.words("reason", "To call her lawyer."));
        other.reading("\"kind\": \"content\"");
        main.fact("cases.stage", "\"stage\": \"prosecution\"");
        return this;
    }

    /** Life goes on, elsewhere. */
    ExampleCountry later() {
        for (int i = 0; i < 5; i++) {
            other.fact("cases.task", "\"number\": " + i);
        }
        log.clock();
        return this;
    }

    /** The newest checkpoint with the cosignatures of so many witnesses. */
    byte[] note(int witnesses) {
        return noteAt(witnesses, WITNESSED);
    }

    /** @param time when they saw it, POSIX seconds */
    byte[] noteAt(int witnesses, long time) {
        byte[] note = log.signed();
        for (Cosigner witness : WITNESSES.subList(0, witnesses)) {
            note = Checkpoint.withLine(note, witness.line(log.checkpoint().text(), time));
        }
        return note;
    }

    String policy() {
        return "log " + log.vkey() + "\n"
                + WITNESSES.stream()
                        .map(witness -> "witness " + name(witness) + " " + witness.vkey() + "\n")
                        .collect(Collectors.joining())
                + "group organisations 2 "
                + WITNESSES.stream().map(ExampleCountry::name).collect(Collectors.joining(" "))
                + "\nquorum organisations\n";
    }

    private static String name(Cosigner witness) {
        return witness.name().substring(0, witness.name().indexOf('.'));
    }

    /** States for the first so many ids. */
    static Map<String, String> states(List<String> ids, String... states) {
        Map<String, String> map = new java.util.TreeMap<>();
        for (int i = 0; i < states.length; i++) {
            map.put(ids.get(i), states[i]);
        }
        return map;
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
