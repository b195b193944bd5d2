package org.romdoul.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;

/**
 * How long something took. On a machine that others use too, read the second.
 *
 * @param wall by the clock
 * @param processor of all threads, and in the kernel
 */
record Seconds(double wall, double processor) {

    /** Ends the bench where the program does not end well: a program that failed is no measurement. */
    static Seconds of(Path folder, String... command) throws IOException, InterruptedException {
        var measured = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >/dev/null", "bash"));
        measured.addAll(Arrays.asList(command));
        var process = new ProcessBuilder(measured).directory(folder.toFile()).start();
        process.getOutputStream().close();
        var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + said);
        var times = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        return new Seconds(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }

    /** The same of something that this program does itself. */
    static Seconds of(Callable<?> work) throws Exception {
        var processor = Machine.processor();
        var began = System.nanoTime();
        var unused = work.call();
        return new Seconds((System.nanoTime() - began) / 1e9, Machine.processor() - processor);
    }

    static Seconds median(List<Seconds> all) {
        return new Seconds(median(all, Seconds::wall), median(all, Seconds::processor));
    }

    static <T> double median(List<T> all, ToDoubleFunction<T> of) {
        return all.stream()
                .mapToDouble(of)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
