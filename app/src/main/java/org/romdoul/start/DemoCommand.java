package org.romdoul.start;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.romdoul.database.Home;
import org.romdoul.demo.Demo;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program on a fictional country, for whoever wants to see it. */
@Command(
        name = "demo",
        description = "Starts on a fictional country, with a database of its own, for this machine only.",
        footer = {"", "Example:  romdoul demo --port 9000"})
final class DemoCommand implements Callable<Integer> {

    @Mixin
    Place place = new Place();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Where to listen; the next free one if taken. (${DEFAULT-VALUE})")
    int port;

    @Option(
            names = "--stop-when-ready",
            hidden = true,
            description = "Rehearses a start, for the cache of loaded classes.")
    boolean stopWhenReady;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter talk = spec.commandLine().getErr();
        int free = Ports.freeFrom(port);
        if (free != port) {
            talk.println("Port " + port + " is taken by another program; using " + free + ".");
        }
        talk.println("Starting ...");
        long began = System.nanoTime();
        ConfigurableApplicationContext context = place.serve(
                "romdoul.demo=true", "server.address=127.0.0.1", "server.port=" + free, "logging.level.root=warn");
        List<Demo> parts = context.getBeansOfType(Demo.class).values().stream()
                .sorted(Comparator.comparingInt(Demo::order))
                .toList();
        parts.forEach(Demo::fill);
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        greet(free, milliseconds / 1000.0, context.getBean(Home.class), parts);
        return stopWhenReady ? stop(context) : ServeCommand.untilClosed(context);
    }

    private static int stop(ConfigurableApplicationContext context) {
        context.close();
        return Exit.OK;
    }

    private void greet(int at, double seconds, Home home, List<Demo> parts) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%nRomdoul is at http://localhost:%d (ready in %.1f s)%n", at, seconds);
        out.printf("Everything it keeps is in %s; delete that folder to begin anew.%n", home.directory());
        out.printf("Its three witnesses are demonstration witnesses on this machine: they show, and prove nothing.%n");
        List<Demo.SignIn> ways =
                parts.stream().flatMap(it -> it.signIns().stream()).toList();
        if (!ways.isEmpty()) {
            out.printf("%nSign in as (all of them fictional):%n");
        }
        int wide = ways.stream().mapToInt(it -> it.role().length()).max().orElse(1);
        ways.forEach(
                it -> out.printf("  %-" + wide + "s  %s  %s  %s%n", it.role(), it.user(), it.password(), it.hint()));
        out.printf("%nStop it with Ctrl-C.%n");
        out.flush();
    }
}
