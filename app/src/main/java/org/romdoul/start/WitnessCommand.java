package org.romdoul.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.romdoul.ledger.witness.WitnessServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A witness, which needs nothing of the record: whoever runs one for another organisation's log runs this alone. */
@Command(
        name = "witness",
        description = "Vouches for logs of others: signs each head that extends the one before, and no other.",
        footer = {
            "",
            "Example:  romdoul witness --dir witness --name witness.example/w1 --log log.example/a+5eaf+AWx...",
            "The ledger's jar alone does the same: java -jar ledger.jar"
        })
final class WitnessCommand implements Callable<Integer> {

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "FOLDER",
            description = "For it alone: its key and what it signed. Never restore it from a backup.")
    Path folder = Path.of("");

    @Option(names = "--name", required = true, description = "Its name for ever, an address without scheme.")
    String name = "";

    @Option(
            names = "--log",
            required = true,
            arity = "1..*",
            paramLabel = "KEY",
            description = "The public key of a log that it serves.")
    List<String> logs = List.of();

    @Option(names = "--port", defaultValue = "8808", description = "Where to listen. (${DEFAULT-VALUE})")
    int port;

    @Option(names = "--address", defaultValue = "127.0.0.1", description = "On which address. (${DEFAULT-VALUE})")
    String address = "";

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            var at = new InetSocketAddress(address, port);
            var server = WitnessServer.start(folder, name, logs, at, new SecureRandom());
            spec.commandLine().getOut().println(server.vkey());
            spec.commandLine()
                    .getErr()
                    .println("This witness answers on " + address + ":" + server.port() + ". Above is its public key.");
        } catch (IOException | IllegalArgumentException | IllegalStateException wrong) {
            spec.commandLine().getErr().println("This witness cannot start: " + wrong.getMessage());
            return Exit.CONFIGURATION;
        }
        new CountDownLatch(1).await();
        return Exit.OK;
    }
}
