package org.romdoul.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time-stamp authority that {@code openssl ts} makes here answers us, and openssl verifies what we keep. */
class TimeStampsTests {

    private static final byte[] CHECKPOINT = "demo.romdoul.example/log\n1\nroot\n".getBytes(StandardCharsets.US_ASCII);

    private static final String AUTHORITY = """
            [tsa_cert]
            basicConstraints = critical, CA:false
            keyUsage = critical, digitalSignature
            extendedKeyUsage = critical, timeStamping
            [tsa]
            default_tsa = here
            [here]
            serial = serial
            signer_digest = sha256
            default_policy = 1.2.3.4.1
            digests = sha256
            ess_cert_id_alg = sha256
            """;

    @TempDir
    Path folder;

    private HttpServer server;
    private UnaryOperator<byte[]> bent = bytes -> bytes;

    @BeforeEach
    void anAuthority() throws IOException {
        Files.writeString(folder.resolve("tsa.conf"), AUTHORITY);
        Files.writeString(folder.resolve("serial"), "01\n");
        openssl(
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-days",
                "10",
                "-subj",
                "/CN=Fictional authority");
        openssl(
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "tsa.key",
                "-out",
                "tsa.csr",
                "-subj",
                "/CN=Fictional time");
        openssl(
                "x509",
                "-req",
                "-in",
                "tsa.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-set_serial",
                "2",
                "-days",
                "10",
                "-extfile",
                "tsa.conf",
                "-extensions",
                "tsa_cert",
                "-out",
                "tsa.pem");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Files.write(folder.resolve("query"), exchange.getRequestBody().readAllBytes());
            openssl(
                    "ts",
                    "-reply",
                    "-config",
                    "tsa.conf",
                    "-queryfile",
                    "query",
                    "-inkey",
                    "tsa.key",
                    "-signer",
                    "tsa.pem",
                    "-out",
                    "reply");
            var answer = bent.apply(Files.readAllBytes(folder.resolve("reply")));
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void gone() {
        server.stop(0);
    }

    @Test
    void withoutAnAuthorityThereIsNone() {
        assertThat(new TimeStamps(null, new SecureRandom()).of(CHECKPOINT)).isEmpty();
    }

    @Test
    void anAuthorityThatDoesNotAnswerOrAnswersSomethingElseIsNotBelieved() {
        bent = answer -> Arrays.copyOf(answer, answer.length / 2);
        assertThat(stamps().of(CHECKPOINT)).isEmpty();
        bent = answer -> "<html>".getBytes(StandardCharsets.US_ASCII);
        assertThat(stamps().of(CHECKPOINT)).isEmpty();
        server.stop(0);
        assertThat(stamps().of(CHECKPOINT)).isEmpty();
    }

    @Test
    void anAnswerToAnotherQuestionIsNotBelieved() {
        var first = stamps().of(CHECKPOINT).orElseThrow();
        bent = answer -> first;
        assertThat(stamps().of(CHECKPOINT)).as("the same bytes, another nonce").isEmpty();
    }

    @Test
    void opensslVerifiesWhatIsKept() throws IOException {
        Files.write(folder.resolve("kept"), stamps().of(CHECKPOINT).orElseThrow());
        Files.write(folder.resolve("checkpoint"), CHECKPOINT);
        openssl("ts", "-verify", "-in", "kept", "-data", "checkpoint", "-CAfile", "ca.pem");
    }

    private TimeStamps stamps() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new TimeStamps(address, new SecureRandom());
    }

    private void openssl(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(java.util.List.of("openssl"));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException(String.join(" ", command) + ": " + said);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
