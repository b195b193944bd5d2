package org.romdoul.start;

import java.net.BindException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.romdoul.database.DatabaseUnusable;
import org.romdoul.journal.sealing.LogUnusable;
import org.springframework.boot.web.server.PortInUseException;

/** What went wrong, as an operator can use it: words, and the exit code. */
record Complaint(String words, int exitCode, boolean isBug) {

    static Complaint about(Throwable thrown) {
        return Stream.iterate(thrown, it -> it != null, Throwable::getCause)
                .flatMap(Complaint::known)
                .findFirst()
                .orElseGet(() ->
                        new Complaint("Something is broken, and it is not your fault: " + thrown, Exit.FAILED, true));
    }

    private static Stream<Complaint> known(Throwable thrown) {
        return switch (thrown) {
            case SQLException e -> ofTheDatabase(e);
            // Its cause, if the database said it, is the better explanation and comes next.
            case DatabaseUnusable e
            when e.getCause() == null ->
                Stream.of(new Complaint(String.valueOf(e.getMessage()), Exit.CONFIGURATION, false));
            case LogUnusable e -> Stream.of(new Complaint(String.valueOf(e.getMessage()), Exit.CONFIGURATION, false));
            case PortInUseException e -> Stream.of(portTaken());
            case BindException e -> Stream.of(portTaken());
            default -> Stream.empty();
        };
    }

    private static Complaint portTaken() {
        return new Complaint(
                "Another program listens on that port already. Choose one with --port.", Exit.CONFIGURATION, false);
    }

    private static Stream<Complaint> ofTheDatabase(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "08", "57" ->
                Stream.of(new Complaint(
                        "The database does not answer: " + deepest(e)
                                + "\nIs the address right, does the server run, and does its firewall let this machine in?",
                        Exit.UNREACHABLE,
                        false));
            case "28" ->
                Stream.of(new Complaint(
                        "The database refuses to let us in: " + deepest(e)
                                + "\nSet the password that the role has (see `romdoul check`), or make the roles with `romdoul roles`.",
                        Exit.CONFIGURATION,
                        false));
            case "3D" ->
                Stream.of(new Complaint(
                        "There is no such database: " + deepest(e) + "\nMake it with what `romdoul roles` prints.",
                        Exit.CONFIGURATION,
                        false));
            default -> Stream.empty();
        };
    }

    /** A pool wraps what the server said in a time-out of its own. */
    private static String deepest(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause instanceof SQLException ? deepest(cause) : String.valueOf(thrown.getMessage());
    }
}
