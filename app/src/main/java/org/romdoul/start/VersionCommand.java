package org.romdoul.start;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Which Romdoul this is, and on which Java it runs. */
@Command(name = "version", description = "Prints the version.")
final class VersionCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        spec.commandLine()
                .getOut()
                .println("romdoul " + Objects.requireNonNullElse(version, "unpackaged") + " (Java " + Runtime.version()
                        + ")");
        return Exit.OK;
    }
}
