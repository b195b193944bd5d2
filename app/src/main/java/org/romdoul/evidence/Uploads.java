package org.romdoul.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.Arrival.Ended;
import org.romdoul.blobs.BlobRef;
import org.romdoul.blobs.Blobs;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Receiving.Answer;
import org.romdoul.evidence.Receiving.Coming;
import org.romdoul.evidence.UploadRows.Upload;
import org.springframework.stereotype.Component;

/** Files over bad lines: what has come is safe, piece by piece, and the sender goes on where it broke. */
@Component
class Uploads {

    /** At most this much comes again after the program died. */
    private static final long PIECE = 4 << 20;

    private final UploadRows rows;
    private final Receiving receiving;
    private final Exhibits exhibits;
    private final Blobs blobs;

    Uploads(UploadRows rows, Receiving receiving, Exhibits exhibits, Blobs blobs) {
        this.rows = rows;
        this.receiving = receiving;
        this.exhibits = exhibits;
        this.blobs = blobs;
    }

    /** What the sender says of the file when it is whole. */
    record Told(
            @Nullable String name,
            @Nullable String type,
            @Nullable String sha256) {}

    Optional<Upload> begin(OpenCase file, UUID id, long length) {
        rows.begin(file, id, length);
        return rows.find(file, id).filter(upload -> upload.length() == length);
    }

    Optional<Upload> find(OpenCase file, UUID id) {
        return rows.find(file, id);
    }

    /**
     * Takes what comes, from the place where the upload stands.
     *
     * @return where it stands now; nothing where more came than was said, or another hand sent the same
     */
    Optional<Long> append(Upload upload, UUID scope, InputStream bytes) throws IOException {
        var offset = upload.offset();
        for (; ; ) {
            var piece = new Piece(bytes);
            try (var arrival = blobs.beginPiece(scope)) {
                var ended = arrival.take(piece, upload.length() - offset);
                if (ended == Ended.TOO_LONG) return Optional.empty();
                if (arrival.size() == 0) return Optional.of(offset);
                var ref = arrival.keep();
                if (!rows.add(upload.id(), offset, ref)) {
                    blobs.dropPiece(ref);
                    return Optional.empty();
                }
                offset += ref.size();
                if (ended == Ended.BROKE_OFF || !piece.full) return Optional.of(offset);
            }
        }
    }

    /**
     * Puts the pieces together: the file is hashed and encrypted anew, as one that came at once. What became an exhibit before, where
     * the answer was lost, is the same one.
     */
    Answer finish(OpenCase file, Upload upload, Described described, Told told) {
        if (upload.exhibit() != null)
            return new Answer.Received(exhibits.find(file, upload.exhibit()).orElseThrow());
        if (!upload.isWhole()) return new Answer.Refused("exhibit.file.broke-off", List.of());
        var whole = new SequenceInputStream(Collections.enumeration(upload.pieces().stream()
                .map(piece -> (InputStream) new Later(file, piece))
                .toList()));
        var answer = receiving.receive(
                file, upload.id(), described, new Coming(whole, told.name(), told.type(), told.sha256()));
        if (answer instanceof Answer.Received done)
            rows.becomes(file, upload.id(), done.exhibit().id());
        return answer;
    }

    /** As much of a stream as one piece holds. */
    private static final class Piece extends FilterInputStream {

        private long left = PIECE;
        private boolean full;

        Piece(InputStream from) {
            super(from);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0) {
                full = true;
                return -1;
            }
            var read = super.read(bytes, from, (int) Math.min(length, left));
            if (read > 0) left -= read;
            return read;
        }
    }

    /** A piece that is opened when its turn comes. */
    private final class Later extends InputStream {

        private final OpenCase file;
        private final BlobRef piece;
        private @Nullable InputStream opened;

        Later(OpenCase file, BlobRef piece) {
            this.file = file;
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            return stream().read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return stream().read(bytes, from, length);
        }

        private InputStream stream() throws IOException {
            if (opened == null) opened = blobs.openPiece(file.content(), piece);
            return opened;
        }

        @Override
        public void close() throws IOException {
            if (opened != null) opened.close();
        }
    }
}
