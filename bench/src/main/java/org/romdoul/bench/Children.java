package org.romdoul.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Programs that a bench starts, on the same Java; they end with it. */
final class Children {

    private Children() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Process java(String... words) throws IOException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(Arrays.asList(words));
        return kept(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    static Process kept(ProcessBuilder program) throws IOException {
        var started = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    static String firstLine(Process program) throws IOException {
        BufferedReader said = program.inputReader();
        return Objects.requireNonNull(said.readLine(), "it did not start");
    }
}
