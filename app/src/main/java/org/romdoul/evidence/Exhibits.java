package org.romdoul.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.BlobRef;
import org.romdoul.blobs.Blobs;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Exhibit.Filed;
import org.romdoul.journal.Fact;
import org.romdoul.vault.Openings;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The room's face: the exhibits of a case, and their files for whoever says what for. */
@Service
@Transactional
public class Exhibits {

    private final ExhibitRows rows;
    private final Blobs blobs;
    private final Vault vault;
    private final Openings openings;

    Exhibits(ExhibitRows rows, Blobs blobs, Vault vault, Openings openings) {
        this.rows = rows;
        this.blobs = blobs;
        this.vault = vault;
        this.openings = openings;
    }

    /** @return the exhibits of a case, E1 first */
    @Transactional(readOnly = true)
    public List<Exhibit> of(OpenCase file) {
        return rows.in(file);
    }

    /** @param label E1, E2, ... */
    @Transactional(readOnly = true)
    public Optional<Exhibit> find(OpenCase file, String label) {
        return rows.find(file, label);
    }

    @Transactional(readOnly = true)
    Optional<Exhibit> find(OpenCase file, UUID id) {
        return rows.find(file, id);
    }

    /** @return what it is, in words */
    @Transactional(readOnly = true)
    public String words(OpenCase file, Exhibit exhibit) {
        return vault.open(file.content(), exhibit.description()).orElse("");
    }

    /** @return the name the file had when it came; nothing where it had none */
    @Transactional(readOnly = true)
    public Optional<String> fileName(OpenCase file, Exhibit exhibit) {
        return Optional.ofNullable(exhibit.file()).map(Filed::name).flatMap(name -> vault.open(file.content(), name));
    }

    /**
     * Records a thing.
     *
     * @param id the fact's id, as the form carried it: sent twice, it is recorded once
     */
    public Exhibit add(OpenCase file, UUID id, Described described) {
        return add(file, id, described, null);
    }

    /** A file that the store keeps, before a fact refers to it. */
    record Kept(
            BlobRef blob, @Nullable String name, @Nullable String declaredType, String type, boolean unlike) {}

    Exhibit add(OpenCase file, UUID id, Described described, @Nullable Kept kept) {
        var already = rows.find(file, id);
        if (already.isPresent()) return already.get();
        var fact = new Fact(id, file.id(), described.happened(), file.reader().account(), null, null);
        var words = vault.seal(file.id(), file.id(), described.words());
        var filed = kept == null ? null : filed(file, kept);
        for (var tries = 0; tries < 100; tries++) {
            if (rows.add(file, fact, rows.nextLabel(file), described, words, filed)) break;
            if (rows.find(file, id).isPresent()) break;
        }
        return rows.find(file, id).orElseThrow();
    }

    private Filed filed(OpenCase file, Kept kept) {
        var name = kept.name() == null ? null : vault.seal(file.id(), file.id(), kept.name());
        return new Filed(kept.blob(), name, kept.declaredType(), kept.type(), kept.unlike());
    }

    /**
     * Opens a file. That it was opened, by whom and what for, is recorded before a byte of it is given; the stream ends with a
     * {@link org.romdoul.blobs.DamagedBlob} where it is not what was sealed.
     */
    public InputStream open(OpenCase file, Exhibit exhibit, Purpose purpose, String reason) throws IOException {
        if (!exhibit.caseId().equals(file.id())) throw new IllegalArgumentException("of another case");
        var blob = Objects.requireNonNull(exhibit.file(), "a thing cannot be opened")
                .blob();
        var sealed = reason.isBlank() ? null : vault.seal(file.id(), file.id(), reason);
        var opening = openings.file(file.id(), blob.id(), file.reader(), purpose.key(), sealed);
        return blobs.open(opening, blob);
    }

    /** @return who opened a file, the last first */
    @Transactional(readOnly = true)
    public List<Openings.Reading> readings(OpenCase file, Exhibit exhibit) {
        return exhibit.file() == null
                ? List.of()
                : openings.of(file.id(), exhibit.file().blob().id(), 100);
    }
}
