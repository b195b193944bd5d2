package org.romdoul.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.Policy;
import org.romdoul.ledger.witness.WitnessServer;

/** Real witnesses of other organisations, each with its own folder and port, that can go away and come back. */
public final class Neighbours implements AutoCloseable {

    private final Path folder;
    private final String log;
    private final List<String> vkeys = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final List<WitnessServer> servers = new ArrayList<>();

    public Neighbours(Path folder, String log, int howMany) {
        this.folder = folder;
        this.log = log;
        for (var i = 0; i < howMany; i++) {
            var server = start(i, 0);
            servers.add(server);
            vkeys.add(server.vkey());
            ports.add(server.port());
        }
    }

    private WitnessServer start(int number, int port) {
        try {
            return WitnessServer.start(
                    folder.resolve("w" + number),
                    "witness.example/w" + number,
                    List.of(log),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    new SecureRandom());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public String vkey(int number) {
        return vkeys.get(number);
    }

    public void goesAway(int number) {
        try {
            servers.get(number).close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void comesBack(int number) {
        servers.set(number, start(number, ports.get(number)));
    }

    public String url(int number) {
        return "http://127.0.0.1:" + ports.get(number) + "/";
    }

    /** A policy under which so many of them are enough. */
    public Policy policy(int quorum) {
        return policy(policyText(quorum));
    }

    public String policyText(int quorum) {
        var text = new StringBuilder("log " + log + "\n");
        var names = new StringBuilder();
        for (var i = 0; i < vkeys.size(); i++) {
            text.append("witness w%d %s %s\n".formatted(i, vkeys.get(i), url(i)));
            names.append(" w").append(i);
        }
        return text + "group all-of-them " + quorum + names + "\nquorum all-of-them\n";
    }

    public static Policy policy(String text) {
        return switch (Policy.parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            case Outcome.Accepted<Policy> policy -> policy.value();
            case Outcome.Refused<Policy> refused -> throw new AssertionError(refused.reason());
        };
    }

    @Override
    public void close() {
        for (var i = 0; i < servers.size(); i++) goesAway(i);
    }
}
