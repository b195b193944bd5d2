package org.romdoul.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.romdoul.Romdoul;
import org.romdoul.database.DatabaseSettings;
import org.romdoul.database.Databases;
import org.romdoul.database.Home;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import picocli.CommandLine.Option;

/**
 * The options that say which record a command is about. What is typed comes before the environment ({@code ROMDOUL_HOME},
 * {@code ROMDOUL_DATABASE_URL}), that before the file of {@code --config}, that before the defaults.
 */
final class Place {

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Where keys, files and the embedded database are kept.")
    @Nullable
    Path home;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "The record, postgresql://host/romdoul. None: an embedded PostgreSQL.")
    @Nullable
    String db;

    @Option(
            names = "--keys",
            paramLabel = "URL",
            description = "The key store, on any server. By default beside the record.")
    @Nullable
    String keys;

    @Option(names = "--config", paramLabel = "FILE", description = "Further settings, .yaml or .properties.")
    @Nullable
    Path config;

    /** Does something with the rooms, and without the web: on the database of a Romdoul that runs here already, if one does. */
    int inside(ToIntFunction<ApplicationContext> work) {
        return inside(true, work);
    }

    /** The same, on the databases as they are: nothing is migrated. */
    int insideAsItIs(ToIntFunction<ApplicationContext> work) {
        return inside(false, work);
    }

    private int inside(boolean migrate, ToIntFunction<ApplicationContext> work) {
        SpringApplication program = program(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = program.run(words(
                "romdoul.database.join=true",
                "romdoul.database.migrate=" + migrate,
                "romdoul.sealing=" + (migrate ? "on" : "off"),
                "spring.main.lazy-initialization=true",
                "logging.level.root=warn"))) {
            return work.applyAsInt(context);
        }
    }

    ConfigurableApplicationContext serve(String... properties) {
        return program(WebApplicationType.SERVLET).run(words(properties));
    }

    /** The settings alone: nothing is started, nothing connected. */
    ConfigurableEnvironment environment() {
        SpringApplication nothing = new SpringApplication(Place.class);
        nothing.setWebApplicationType(WebApplicationType.NONE);
        nothing.setLogStartupInfo(false);
        try (ConfigurableApplicationContext context = nothing.run(words("logging.level.root=warn"))) {
            return context.getEnvironment();
        }
    }

    static Home home(ConfigurableEnvironment environment) {
        return new Home(Path.of(environment.getProperty("romdoul.home", "data")));
    }

    static Databases databases(ConfigurableEnvironment environment) {
        DatabaseSettings settings = Binder.get(environment).bindOrCreate("romdoul.database", DatabaseSettings.class);
        return Databases.open(home(environment), settings.joining(), System.getenv());
    }

    private static SpringApplication program(WebApplicationType type) {
        SpringApplication program = new SpringApplication(Romdoul.class);
        program.setWebApplicationType(type);
        return program;
    }

    private String[] words(String... properties) {
        List<String> words = new ArrayList<>();
        for (String property : properties) {
            words.add("--" + property);
        }
        add(words, "romdoul.home", home);
        add(words, "romdoul.database.url", db);
        add(words, "romdoul.database.keys-url", keys);
        add(words, "spring.config.additional-location", config);
        return words.toArray(String[]::new);
    }

    private static void add(List<String> words, String property, @Nullable Object value) {
        if (value != null) {
            words.add("--" + property + "=" + value);
        }
    }
}
