package org.romdoul.blobs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The same promises from a real S3 server, started from its jar as a program of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3StoreTests extends StoreContract {

    private @Nullable Process server;
    private @Nullable S3Store store;

    @BeforeAll
    void start() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var jar = Path.of(Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--com.adobe.testing.s3mock.http-port=" + port,
                        "--com.adobe.testing.s3mock.store.initial-buckets=romdoul")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/s3.log").toFile())
                .start();
        store = BlobSetup.s3(
                new BlobSettings(null, "us-east-1", "fictional", "fictional"),
                URI.create("http://127.0.0.1:" + port + "/romdoul/files-of-tests"));
        await();
    }

    private void await() throws Exception {
        for (var tries = 0; ; tries++) {
            try {
                store().list(Store.Shelf.FILES, kept -> {});
                return;
            } catch (IOException notYet) {
                if (tries == 300) throw notYet;
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    @AfterAll
    void stop() {
        if (store != null) store.close();
        if (server != null) server.destroyForcibly();
    }

    @Override
    Store store() {
        return java.util.Objects.requireNonNull(store);
    }
}
