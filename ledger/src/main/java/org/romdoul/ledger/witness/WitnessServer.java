package org.romdoul.ledger.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.romdoul.ledger.read.AddCheckpoint;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.read.Outcome;
import org.romdoul.ledger.read.VerifierKey;
import org.romdoul.ledger.write.Cosigner;

/** A witness that answers over HTTP, from one folder that holds its key and what it signed. TLS is a proxy's business. */
public final class WitnessServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WitnessServer.class.getName());
    private static final Pattern LAST = Pattern.compile("/([0-9a-f]{64})/checkpoint");

    static {
        // Read once by the JDK's server, when it is loaded: answers leave at once, and nobody can hold a connection for
        // ever.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "15");
        setUnlessSet("sun.net.httpserver.maxRspTime", "15");
        setUnlessSet("jdk.httpserver.maxConnections", "1000");
    }

    private final FileChannel lock;
    private final String vkey;
    private final Witness witness;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private WitnessServer(FileChannel lock, Cosigner cosigner, Witness witness, InetSocketAddress at)
            throws IOException {
        this.lock = lock;
        this.vkey = cosigner.vkey();
        this.witness = witness;
        this.server = HttpServer.create(at, 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    /**
     * Starts a witness.
     *
     * @param folder for it alone; made, with a key, if it is not there
     * @param name a URL without scheme, no space, no plus: the key's name, for ever
     * @param logs the public keys (vkeys) of the logs that it serves
     * @param at where it listens; port 0 for any
     * @throws IllegalArgumentException for a name or key that is none
     * @throws IllegalStateException when the folder is in use, or what it holds cannot be believed
     */
    public static WitnessServer start(
            Path folder, String name, List<String> logs, InetSocketAddress at, SecureRandom random) throws IOException {
        List<VerifierKey> keys = logs.stream().map(WitnessServer::logKey).toList();
        Folder disk = new Folder(folder);
        FileChannel lock = lock(disk);
        try {
            Cosigner cosigner = new Cosigner(name, WitnessKey.in(disk, random));
            WitnessHand hand = new WitnessHand(cosigner, Ed25519.jdk(), InstantSource.system());
            Witness witness = new Witness(hand, keys, new LastSigned(disk));
            witness.remember();
            WitnessServer started = new WitnessServer(lock, cosigner, witness, at);
            started.server.start();
            return started;
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    /** Two witnesses on one folder would not know what the other signs. */
    private static FileChannel lock(Folder folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException inThisProgram) {
            // Answered like a lock that another program holds.
        }
        file.close();
        throw new IllegalStateException("another witness runs on the folder " + folder.path());
    }

    private static VerifierKey logKey(String vkey) {
        return switch (VerifierKey.parse(vkey)) {
            case Outcome.Refused<VerifierKey> refused -> throw new IllegalArgumentException(refused.reason());
            case Outcome.Accepted<VerifierKey> key -> {
                if (key.value().use() != VerifierKey.Use.SIGNATURE) {
                    throw new IllegalArgumentException(key.value() + " is not a log's key");
                }
                yield key.value();
            }
        };
    }

    /** The witness's public key, as policies write it. */
    public String vkey() {
        return vkey;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String method = exchange.getRequestMethod();
        Matcher last = LAST.matcher(path);
        if (path.equals("/add-checkpoint")) {
            if (!method.equals("POST")) {
                return Answer.text(405, "only POST is answered here");
            }
            byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
            return body.length > AddCheckpoint.MAX_BYTES
                    ? Answer.text(413, "the request is too long")
                    : sure(() -> witness.add(body));
        }
        return last.matches() && method.equals("GET")
                ? sure(() -> witness.last(last.group(1)))
                : Answer.text(404, "there is nothing here");
    }

    private interface Question {
        Answer ask() throws IOException;
    }

    /** A disk that fails, or a file that cannot be believed: then nothing is signed, and the operator is told. */
    private static Answer sure(Question question) {
        try {
            return question.ask();
        } catch (IOException | IllegalStateException doubt) {
            LOG.log(System.Logger.Level.ERROR, "nothing is signed: " + doubt);
            return Answer.text(500, "this witness cannot be sure what it signed, and signs nothing");
        }
    }

    /** Stops at once: who is being answered will ask again, and nothing that was signed is lost. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.close();
        lock.close();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
