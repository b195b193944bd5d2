package org.romdoul.ledger.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar ledger.jar}: a witness, for whoever has a Java and this file and nothing else. */
public final class Start {

    private static final String USAGE = """
            A witness for transparency logs (c2sp.org/tlog-witness).

              java -jar ledger.jar --dir FOLDER --name NAME --log KEY... [--port N] [--address A]

              --dir      a folder for it alone: its key and what it signed. Never restore it from a backup
              --name     its name for ever, an address without scheme: witness.example/w1
              --log      the public key of a log that it serves, as the log's operator gives it; several may follow
              --port     where it listens (8808)
              --address  on which address (127.0.0.1); a proxy in front of it speaks TLS
            """;

    private static final int WRONG_USE = 2;
    private static final int CANNOT_START = 3;

    private Start() {}

    public static void main(String... words) {
        int code = run(System.out, System.err, words);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Returns 0 when the witness runs, which it does until the program ends. */
    static int run(PrintStream results, PrintStream talk, String... words) {
        String folder = "";
        String name = "";
        String address = "127.0.0.1";
        String port = "8808";
        List<String> logs = new ArrayList<>();
        String option = "";
        for (String word : words) {
            if (word.startsWith("--")) {
                option = word;
                continue;
            }
            switch (option) {
                case "--dir" -> folder = word;
                case "--name" -> name = word;
                case "--log" -> logs.add(word);
                case "--port" -> port = word;
                case "--address" -> address = word;
                default -> {
                    talk.print(USAGE);
                    return WRONG_USE;
                }
            }
        }
        if (folder.isEmpty() || name.isEmpty() || logs.isEmpty() || !port.matches("\\d{1,5}")) {
            talk.print(USAGE);
            return WRONG_USE;
        }
        return start(results, talk, Path.of(folder), name, logs, address, Integer.parseInt(port));
    }

    private static int start(
            PrintStream results,
            PrintStream talk,
            Path folder,
            String name,
            List<String> logs,
            String address,
            int port) {
        try {
            InetSocketAddress at = new InetSocketAddress(address, port);
            WitnessServer server = WitnessServer.start(folder, name, logs, at, new SecureRandom());
            results.println(server.vkey());
            talk.println("This witness answers on " + address + ":" + server.port() + ". Above is its public key.");
            return 0;
        } catch (IOException | IllegalArgumentException | IllegalStateException wrong) {
            talk.println("This witness cannot start: " + wrong.getMessage());
            return CANNOT_START;
        }
    }
}
