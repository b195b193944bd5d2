package org.romdoul.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The data keys, one a scope, wrapped, in a database of their own. Whoever destroys one erases all it opened. */
final class Keys {

    private static final String ADD =
            "INSERT INTO keys.scope_key (scope, wrapped) VALUES (?, ?) ON CONFLICT (scope) DO NOTHING";
    private static final String FIND = "SELECT wrapped FROM keys.scope_key WHERE scope = ?";
    private static final String FIND_MANY =
            "SELECT scope, wrapped FROM keys.scope_key WHERE scope = ANY (?::uuid[]) AND wrapped IS NOT NULL";
    private static final String DESTROY =
            "UPDATE keys.scope_key SET wrapped = NULL, destroyed = clock_timestamp() WHERE scope = ? AND wrapped IS NOT NULL";

    private final JdbcTemplate store;
    private final Aead wrapping;

    // Short, so that a key destroyed on another node is soon forgotten on this one.
    private final Cache<UUID, Aead> warm = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(60))
            .build();

    Keys(JdbcTemplate store, Aead wrapping) {
        this.store = store;
        this.wrapping = wrapping;
    }

    /** Makes the key of each scope that has none; committed before any fact that needs it. */
    void make(Collection<UUID> scopes) {
        var made = scopes.stream().map(this::made).toList();
        var added = store.batchUpdate(ADD, made, 500, (statement, one) -> {
            statement.setObject(1, one.scope());
            statement.setBytes(2, one.wrapped());
        });
        // A scope that had a key keeps it: only what was added is worth knowing.
        var counts = Arrays.stream(added).flatMapToInt(Arrays::stream).toArray();
        for (var i = 0; i < counts.length; i++)
            if (counts[i] == 1) warm.put(made.get(i).scope(), made.get(i).key());
    }

    private record Made(UUID scope, byte[] wrapped, Aead key) {}

    /** @return the key of a scope, or nothing where it has been destroyed or never was */
    Optional<Aead> of(UUID scope) {
        var known = warm.getIfPresent(scope);
        if (known != null) return Optional.of(known);
        var found = store.query(FIND, (row, n) -> Optional.ofNullable(row.getBytes(1)), scope);
        if (found.isEmpty()) return Optional.empty();
        var key = found.getFirst().map(bytes -> unwrapped(scope, bytes));
        key.ifPresent(aead -> warm.put(scope, aead));
        return key;
    }

    /** @return the keys of many scopes at once; those destroyed, or never made, are not among them */
    Map<UUID, Aead> of(Collection<UUID> scopes) {
        var found = new HashMap<UUID, Aead>();
        store.query(
                FIND_MANY,
                row -> {
                    var scope = row.getObject(1, UUID.class);
                    found.put(scope, unwrapped(scope, row.getBytes(2)));
                },
                (Object) scopes.toArray(UUID[]::new));
        return found;
    }

    boolean destroy(UUID scope) {
        warm.invalidate(scope);
        return store.update(DESTROY, scope) == 1;
    }

    private Made made(UUID scope) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            var wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, wrapping, bytes(scope));
            return new Made(scope, wrapped, handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a key could not be made", broken);
        }
    }

    private Aead unwrapped(UUID scope, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, wrapping, bytes(scope))
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException(
                    "the key of a scope does not unwrap: wrong key-encryption key, or damage", damaged);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
