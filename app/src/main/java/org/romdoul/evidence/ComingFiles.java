package org.romdoul.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.jspecify.annotations.Nullable;

/** The files of a form, one after the other, as they come over the line. */
final class ComingFiles {

    static final String ATTRIBUTE = ComingFiles.class.getName();

    private final FileItemIterator items;
    private @Nullable FileItemStream first;
    private boolean broken;

    /** @param first the file that was come upon behind the answers; null where there is none */
    ComingFiles(FileItemIterator items, @Nullable FileItemStream first) {
        this.items = items;
        this.first = first;
    }

    static Optional<ComingFiles> of(HttpServletRequest request) {
        return Optional.ofNullable((ComingFiles) request.getAttribute(ATTRIBUTE));
    }

    /**
     * A file on its way; it must be read to its end before the next is asked for.
     *
     * @param name as the sender's machine has it
     * @param type what the sender says it is
     */
    record ComingFile(String name, @Nullable String type, InputStream bytes) {}

    /** @return the next file; a place where none was chosen is passed over */
    Optional<ComingFile> next() {
        try {
            for (var item = take(); item != null; item = take()) {
                if (item.isFormField()
                        || item.getName() == null
                        || item.getName().isEmpty()) continue;
                return Optional.of(new ComingFile(item.getName(), item.getContentType(), item.openStream()));
            }
        } catch (IOException gone) {
            broken = true;
        }
        return Optional.empty();
    }

    /** Reads what is left and keeps nothing: a browser shows no answer to what it could not finish sending. */
    void pass() {
        try {
            for (var file = next(); file.isPresent(); file = next())
                file.get().bytes().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException gone) {
            broken = true;
        }
    }

    /** @return whether the sender went away before the end */
    boolean isBroken() {
        return broken;
    }

    private @Nullable FileItemStream take() throws IOException {
        var item = first;
        first = null;
        if (item != null) return item;
        try {
            return items.hasNext() ? items.next() : null;
        } catch (org.apache.tomcat.util.http.fileupload.FileUploadException unreadable) {
            throw new IOException(unreadable);
        }
    }
}
