package org.romdoul.cases;

import java.util.UUID;
import org.romdoul.access.Actor;
import org.romdoul.vault.Opening;

/**
 * A case in the hands of somebody who may read it. Holding it is the permission: only {@link Cases} makes one, every query
 * on case data asks for one, and who holds none gets the same 404 as for a case that does not exist.
 */
public final class OpenCase {

    private final CaseFile file;
    private final Actor reader;
    private final Opening.Content content;

    OpenCase(CaseFile file, Actor reader, Opening.Content content) {
        this.file = file;
        this.reader = reader;
        this.content = content;
    }

    public UUID id() {
        return file.id();
    }

    public CaseCode code() {
        return file.code();
    }

    public CaseFile file() {
        return file;
    }

    public Actor reader() {
        return reader;
    }

    /** @return leave to open the words of the case, never a person's name */
    public Opening.Content content() {
        return content;
    }
}
