package org.romdoul.vault;

import java.util.UUID;

/** Leave to open sealed values of one scope, recorded before it was given. Only {@link Openings} makes one. */
public abstract sealed class Opening {

    private final UUID scope;

    private Opening(UUID scope) {
        this.scope = scope;
    }

    public UUID scope() {
        return scope;
    }

    /** Opens the words of the scope: narratives, notes. One reading fact a reader, scope and sitting. */
    public static final class Content extends Opening {
        Content(UUID scope) {
            super(scope);
        }
    }

    /** Opens one person's name, face, address, phone; for a reason, for ten minutes. */
    public static final class Identity extends Opening {
        private final UUID subject;

        Identity(UUID scope, UUID subject) {
            super(scope);
            this.subject = subject;
        }

        public UUID subject() {
            return subject;
        }
    }

    /** Opens one file of the scope, for a purpose. */
    public static final class File extends Opening {
        private final UUID file;

        File(UUID scope, UUID file) {
            super(scope);
            this.file = file;
        }

        public UUID file() {
            return file;
        }
    }

    /** Opens whatever the program itself must read again: every name, to hold the search tokens against them. */
    static final class OfTheSystem extends Opening {
        OfTheSystem(UUID scope) {
            super(scope);
        }
    }
}
