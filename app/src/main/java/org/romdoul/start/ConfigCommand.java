package org.romdoul.start;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which settings hold, and where each was said. */
@Command(name = "config", description = "Shows the settings that hold.", subcommands = ConfigCommand.Show.class)
final class ConfigCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Exit.WRONG_USE;
    }

    @Command(name = "show", description = "Lists them; secrets are masked.")
    static final class Show implements Callable<Integer> {

        private static final Pattern OURS =
                Pattern.compile("(romdoul|server|spring|logging|gg\\.jte)[._].*", Pattern.CASE_INSENSITIVE);
        private static final Pattern SECRET =
                Pattern.compile(".*(password|secret|token|credential)(?!.*file$).*", Pattern.CASE_INSENSITIVE);
        private static final Pattern PASSWORD_IN_URL = Pattern.compile("(://[^/@:]*:)[^@/]*@|(password=)[^&]*");

        @Mixin
        Place place = new Place();

        @Option(names = "--sources", description = "Says also where each was set.")
        boolean sources;

        @Spec
        CommandSpec spec;

        @Override
        public Integer call() {
            collect(place.environment())
                    .forEach((name, line) -> spec.commandLine().getOut().println(line));
            return Exit.OK;
        }

        private Map<String, String> collect(ConfigurableEnvironment environment) {
            Map<String, String> lines = new TreeMap<>();
            for (PropertySource<?> source : environment.getPropertySources()) {
                if (source instanceof EnumerablePropertySource<?> listed
                        && !source.getName().equals("configurationProperties")) {
                    for (String name : listed.getPropertyNames()) {
                        if (OURS.matcher(name).matches()) {
                            lines.putIfAbsent(name, line(name, environment.getProperty(name, ""), source));
                        }
                    }
                }
            }
            return lines;
        }

        private String line(String name, String value, PropertySource<?> source) {
            return name + " = " + masked(name, value) + (sources ? "   (" + said(name, source) + ")" : "");
        }

        static String masked(String name, String value) {
            return SECRET.matcher(name).matches()
                    ? "******"
                    : PASSWORD_IN_URL
                            .matcher(value)
                            .replaceAll(
                                    hit -> hit.group(1) != null ? hit.group(1) + "******@" : hit.group(2) + "******");
        }

        private static String said(String name, PropertySource<?> source) {
            return switch (source.getName()) {
                case "commandLineArgs" -> "command line";
                case "systemEnvironment" -> "environment";
                case "systemProperties" -> "Java system property";
                default -> {
                    Origin origin = OriginLookup.getOrigin(source, name);
                    yield origin == null ? source.getName() : origin.toString();
                }
            };
        }
    }
}
