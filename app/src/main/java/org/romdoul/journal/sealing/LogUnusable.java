package org.romdoul.journal.sealing;

import org.springframework.modulith.NamedInterface;

/** The log cannot be continued as the settings and keys of this machine say; the message says what to do. */
@NamedInterface("sealing")
public final class LogUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LogUnusable(String message) {
        super(message);
    }
}
