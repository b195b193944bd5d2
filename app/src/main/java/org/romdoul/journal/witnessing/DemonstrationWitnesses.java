package org.romdoul.journal.witnessing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.romdoul.database.Home;
import org.romdoul.journal.sealing.PublishedLog;
import org.romdoul.ledger.witness.WitnessServer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Three witnesses that run inside the demonstration, on this machine: they show what witnesses do, and prove nothing, since
 * whoever holds this machine holds them too. What they are called says so.
 */
@Component
@ConditionalOnBooleanProperty("romdoul.demo")
class DemonstrationWitnesses implements DisposableBean {

    private static final int HOW_MANY = 3;

    private final PublishedLog log;
    private final Path folder;
    private final Path policy;
    private final List<WitnessServer> servers = new ArrayList<>();

    DemonstrationWitnesses(PublishedLog log, Home home, SecureRandom random) throws IOException {
        this.log = log;
        this.folder = home.folder("demonstration-witnesses");
        this.policy = home.directory().resolve("policy");
        for (var i = 1; i <= HOW_MANY; i++) servers.add(start(i, random));
    }

    private WitnessServer start(int number, SecureRandom random) throws IOException {
        var anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return WitnessServer.start(folder.resolve("w" + number), name(number), List.of(log.vkey()), anywhere, random);
    }

    private static String name(int number) {
        return "demonstration.invalid/witness-" + number;
    }

    /** Written anew at each start: the ports are whichever are free. */
    void writePolicy() {
        var text = new StringBuilder("# Demonstration witnesses on this machine: they show, and prove nothing.\n");
        text.append("log ").append(log.vkey()).append('\n');
        for (var i = 1; i <= HOW_MANY; i++) {
            var server = servers.get(i - 1);
            text.append(
                    "witness demonstration-%d %s http://127.0.0.1:%d/\n".formatted(i, server.vkey(), server.port()));
        }
        text.append("group witnesses 2 demonstration-1 demonstration-2 demonstration-3\nquorum witnesses\n");
        try {
            Files.writeString(policy, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void destroy() throws IOException {
        for (var server : servers) server.close();
    }
}
