package org.romdoul.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What figures were taken on, and how: printed above them, so that they can be copied into bench/README.md as they are. */
final class Machine {

    private Machine() {}

    /** Says what runs, on what, how to run it again, and how busy the machine is with other things. */
    static void introduce(Class<?> bench) throws IOException {
        System.out.printf(
                Locale.ROOT,
                """
                ## %s

                %s, %d cores, %d GiB; Linux %s; disk %s; Java %s. Load when it began: %s.

                    mvn -q -Pquick,bench -pl bench -am process-classes -Dbench=%s

                """,
                bench.getSimpleName(),
                line("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Math.round(Long.parseLong(line("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1048576.0),
                System.getProperty("os.version"),
                Files.getFileStore(Path.of("")).type(),
                Runtime.version(),
                load(),
                bench.getName());
    }

    static void leave() throws IOException {
        System.out.printf("%nLoad when it ended: %s.%n", load());
    }

    /** Of the last minute and the last five: above the number of cores, others took their share of what was measured. */
    private static String load() throws IOException {
        var words = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return words[0] + " (one minute), " + words[1] + " (five)";
    }

    private static String line(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        }
    }

    /** @return processor time that this program has used so far, in seconds */
    static double processor() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }
}
