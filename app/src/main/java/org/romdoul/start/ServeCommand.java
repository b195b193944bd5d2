package org.romdoul.start;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program in service: behind a proxy that speaks TLS, on a database that somebody looks after. */
@Command(
        name = "serve",
        description = "Serves the record, behind a proxy that speaks TLS.",
        footer = {
            "",
            "Example:  romdoul serve --db postgresql://db.example/romdoul --keys postgresql://keys.example/romdoul_keys"
        })
final class ServeCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(names = "--port", defaultValue = "8080", description = "Where to listen. (${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--address",
            defaultValue = "127.0.0.1",
            description = "On which address; 0.0.0.0 in a container. (${DEFAULT-VALUE})")
    String address;

    @Option(
            names = "--plain-http",
            description = "Without TLS in front, to try it on this machine: cookies are not marked secure.")
    boolean plainHttp;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        List<String> properties = new ArrayList<>(List.of("server.address=" + address, "server.port=" + port));
        if (!plainHttp) {
            properties.add("server.servlet.session.cookie.name=__Host-s");
            properties.add("server.servlet.session.cookie.secure=true");
            properties.add("server.servlet.session.cookie.path=/");
            properties.add("server.forward-headers-strategy=native");
        }
        ConfigurableApplicationContext context = place.serve(properties.toArray(String[]::new));
        spec.commandLine().getErr().println("Romdoul listens on " + address + ":" + port + ".");
        return untilClosed(context);
    }

    static int untilClosed(ConfigurableApplicationContext context) {
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        try {
            closed.await();
            return Exit.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }
}
