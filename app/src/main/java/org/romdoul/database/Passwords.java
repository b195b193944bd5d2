package org.romdoul.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The passwords with which we sign in to PostgreSQL. {@code ROMDOUL_DB_PASSWORD_OWNER} (or the file that
 * {@code ROMDOUL_DB_PASSWORD_OWNER_FILE} names) comes before the line {@code owner=} of {@code secrets/passwords.properties}.
 */
public final class Passwords {

    static final String SUPERUSER = "superuser";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Map<String, String> environment;

    public Passwords(Home home, Map<String, String> environment) {
        this.file = home.secret("passwords.properties");
        this.environment = Map.copyOf(environment);
    }

    public Optional<String> find(DatabaseRole role) {
        return find(role.word());
    }

    public String require(DatabaseRole role) {
        return find(role)
                .orElseThrow(() -> new DatabaseUnusable("There is no password for the database role " + role.login()
                        + ". Set " + variable(role.word()) + ", or " + variable(role.word()) + "_FILE, or the line "
                        + role.word() + "= in " + file + "."));
    }

    /** The password, made now if nobody has set one: for the server that is ours. */
    public String findOrMake(DatabaseRole role) {
        return findOrMake(role.word());
    }

    synchronized String findOrMake(String who) {
        return find(who).orElseGet(() -> make(who));
    }

    Optional<String> find(String who) {
        return Optional.ofNullable(environment.get(variable(who)))
                .or(() -> Optional.ofNullable(environment.get(variable(who) + "_FILE"))
                        .map(named -> read(Path.of(named)).strip()))
                .or(() -> Optional.ofNullable(stored().getProperty(who)));
    }

    private static String variable(String who) {
        return "ROMDOUL_DB_PASSWORD_" + who.toUpperCase(Locale.ROOT);
    }

    private String make(String who) {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        String password = Base64.getUrlEncoder().encodeToString(bytes);
        Properties all = stored();
        all.setProperty(who, password);
        String lines = all.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + "=" + all.getProperty(name) + "\n")
                .collect(Collectors.joining());
        try {
            SecretFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return password;
    }

    private Properties stored() {
        Properties all = new Properties();
        try {
            all.load(new StringReader(Files.exists(file) ? read(file) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return all;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new DatabaseUnusable("The password file " + path + " does not exist.");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
