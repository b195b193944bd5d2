package org.romdoul.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.romdoul.journal.Facts;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sealed values: what is said about people, encrypted under the key of its scope. Facts hold the reference; the words
 * come back only to whoever holds an {@link Opening} of the scope.
 */
public final class Vault {

    private static final int SALT = 32;

    private static final String FIND = "SELECT scope, key, ciphertext FROM vault.sealed WHERE id = :id";

    /**
     * Something to be sealed.
     *
     * @param scope the scope of the fact that will refer to it: who may read that, may fetch this
     * @param key whose key opens it, which is who must be erased for it to be gone
     * @param plain the words
     */
    public record Plain(UUID scope, UUID key, String plain) {}

    private record Made(SealedRef ref, Stored stored) {}

    private final JdbcTemplate batches;
    private final JdbcClient sql;
    private final Keys keys;
    private final Facts facts;
    private final SecureRandom random;

    Vault(JdbcTemplate batches, Keys keys, Facts facts, SecureRandom random) {
        this.batches = batches;
        this.sql = JdbcClient.create(batches);
        this.keys = keys;
        this.facts = facts;
        this.random = random;
    }

    /** Makes the keys of scopes that are about to begin. */
    public void begin(Collection<UUID> scopes) {
        keys.make(scopes);
    }

    public void begin(UUID scope) {
        keys.make(List.of(scope));
    }

    public SealedRef seal(UUID scope, UUID key, String plain) {
        return seal(List.of(new Plain(scope, key, plain))).getFirst();
    }

    /**
     * Seals many at once, in the transaction of the facts that will refer to them. Stored is what they do refer to, when
     * they are committed.
     *
     * @throws IllegalStateException outside a transaction
     */
    public List<SealedRef> seal(List<Plain> plains) {
        var made = plains.stream().map(this::make).toList();
        var waiting = Waiting.ofThisTransaction(batches);
        made.forEach(one -> waiting.add(one.stored()));
        return made.stream().map(Made::ref).toList();
    }

    /**
     * Opens a sealed value.
     *
     * @return the words, or nothing where the person they are about has been erased
     * @throws TamperedValue where what is stored is not what was sealed, or belongs to another scope than the opening's
     */
    public Optional<String> open(Opening opening, SealedRef ref) {
        return openSalted(opening, ref).map(Vault::words);
    }

    private static String words(byte[] salted) {
        return new String(salted, SALT, salted.length - SALT, StandardCharsets.UTF_8);
    }

    /** @return the words, of what the program itself reads again */
    static String open(SealedRef ref, Aead key, byte[] ciphertext) {
        return words(decrypt(ref, key, ciphertext));
    }

    /**
     * Opens a sealed value for somebody who must be able to check it.
     *
     * @return 32 bytes of salt and the words: what the commitment in the fact is the hash of
     */
    public Optional<byte[]> openSalted(Opening opening, SealedRef ref) {
        var stored = find(opening, ref);
        // A name opens with an identity opening of that very person, never with the case's.
        if (opening instanceof Opening.Identity identity && !stored.key().equals(identity.subject()))
            throw new TamperedValue(ref.id(), "of another person");
        if (opening instanceof Opening.Content && !stored.key().equals(stored.scope()))
            throw new TamperedValue(ref.id(), "an identity");
        return keys.of(stored.key()).map(key -> decrypt(ref, key, stored.ciphertext()));
    }

    /** What a sealed value is, as far as whoever holds the scope may know. */
    public enum Kind {
        CONTENT,
        IDENTITY,
        ERASED
    }

    public Kind kind(Opening.Content opening, SealedRef ref) {
        var stored = find(opening, ref);
        if (keys.of(stored.key()).isEmpty()) return Kind.ERASED;
        return stored.key().equals(stored.scope()) ? Kind.CONTENT : Kind.IDENTITY;
    }

    private Stored find(Opening opening, SealedRef ref) {
        var stored = stored(ref.id()).orElseThrow(() -> new TamperedValue(ref.id(), "missing"));
        if (!stored.scope().equals(opening.scope())) throw new TamperedValue(ref.id(), "of another scope");
        return stored;
    }

    /** Wraps the key of a file under the key of its scope, bound to the file. */
    public byte[] wrap(KeysetHandle key, UUID scope, UUID file) {
        return wrapped(key, scope, bound("file", file));
    }

    /** @return the key of the very file that the opening names; nothing where its scope's key was destroyed */
    public Optional<KeysetHandle> unwrap(Opening.File opening, UUID file, byte[] wrapped) {
        if (!file.equals(opening.file())) throw new TamperedValue(file, "another file");
        return keys.of(opening.scope()).map(key -> unwrapped(file, key, bound("file", file), wrapped));
    }

    /** Wraps the key of a piece of a file on its way in: whoever works on the scope may put pieces together. */
    public byte[] wrapPiece(KeysetHandle key, UUID scope, UUID piece) {
        return wrapped(key, scope, bound("piece", piece));
    }

    public Optional<KeysetHandle> unwrapPiece(Opening.Content opening, UUID piece, byte[] wrapped) {
        return keys.of(opening.scope()).map(key -> unwrapped(piece, key, bound("piece", piece), wrapped));
    }

    private byte[] wrapped(KeysetHandle key, UUID scope, byte[] bound) {
        var wrapping = keys.of(scope).orElseThrow(() -> new IllegalStateException("a scope without a key"));
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, wrapping, bound);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a key could not be wrapped", broken);
        }
    }

    private static KeysetHandle unwrapped(UUID file, Aead key, byte[] bound, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, key, bound);
        } catch (GeneralSecurityException forged) {
            throw new TamperedValue(file, "its key does not unwrap");
        }
    }

    private static byte[] bound(String kind, UUID id) {
        return (kind + " " + id).getBytes(StandardCharsets.US_ASCII);
    }

    private Optional<Stored> stored(UUID id) {
        return Waiting.find(batches, id)
                .or(() -> sql.sql(FIND)
                        .param("id", id)
                        .query((row, n) -> new Stored(
                                id,
                                row.getObject("scope", UUID.class),
                                row.getObject("key", UUID.class),
                                row.getBytes("ciphertext")))
                        .optional());
    }

    /** Destroys the key of a scope; what it opened is gone, what refers to it stays provable. */
    boolean erase(UUID key) {
        return keys.destroy(key);
    }

    private Made make(Plain plain) {
        var id = facts.id();
        var salted = salted(plain.plain());
        var key = keys.of(plain.key()).orElseThrow(() -> new IllegalStateException("a scope without a key"));
        try {
            var ciphertext = key.encrypt(salted, Keys.bytes(id));
            var ref = new SealedRef(id, sha256(salted), sha256(ciphertext));
            return new Made(ref, new Stored(id, plain.scope(), plain.key(), ciphertext));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a value could not be sealed", broken);
        }
    }

    private byte[] salted(String plain) {
        var words = plain.getBytes(StandardCharsets.UTF_8);
        var salted = new byte[SALT + words.length];
        var salt = new byte[SALT];
        random.nextBytes(salt);
        System.arraycopy(salt, 0, salted, 0, SALT);
        System.arraycopy(words, 0, salted, SALT, words.length);
        return salted;
    }

    private static byte[] decrypt(SealedRef ref, Aead key, byte[] ciphertext) {
        if (!Arrays.equals(sha256(ciphertext), ref.ciphertextHash())) throw new TamperedValue(ref.id(), "replaced");
        try {
            var salted = key.decrypt(ciphertext, Keys.bytes(ref.id()));
            if (!Arrays.equals(sha256(salted), ref.commitment()))
                throw new TamperedValue(ref.id(), "not what was sealed");
            return salted;
        } catch (GeneralSecurityException forged) {
            throw new TamperedValue(ref.id(), "does not decrypt");
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
