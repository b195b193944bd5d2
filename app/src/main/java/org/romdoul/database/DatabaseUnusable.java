package org.romdoul.database;

/** The database cannot be used as it is configured; the message tells an operator what to do. */
public final class DatabaseUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
