package org.romdoul.blobs;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/**
 * How a stored file looks: a mark, its own key wrapped under the key of its scope, and its bytes encrypted in segments, all
 * bound to its id (docs/formats/blob.md).
 */
final class Envelope {

    private static final byte[] MARK = "romdoul blob 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_KEY = 1024;

    // A machine that has just started encrypts its first 256 MiB in 0.9 s with these; with segments of 1 MiB, in four.
    private static final AesGcmHkdfStreamingParameters SEGMENTS = segments(16 * 1024);

    /** Finds the file's key behind its wrapping. */
    interface Unwrapping {
        KeysetHandle unwrap(byte[] wrapped) throws IOException;
    }

    private Envelope() {}

    static KeysetHandle freshKey() {
        try {
            return KeysetHandle.generateNew(SEGMENTS);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a key could not be made", broken);
        }
    }

    static OutputStream encrypt(UUID id, KeysetHandle key, byte[] wrapped, OutputStream to) throws IOException {
        to.write(MARK);
        to.write(ByteBuffer.allocate(2).putShort((short) wrapped.length).array());
        to.write(wrapped);
        try {
            return primitive(key).newEncryptingStream(to, bytes(id));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("a file could not be encrypted", broken);
        }
    }

    static InputStream decrypt(UUID id, InputStream from, Unwrapping keys) throws IOException {
        var head = new DataInputStream(from);
        if (!Arrays.equals(head.readNBytes(MARK.length), MARK)) throw new IOException("not a stored file");
        var length = head.readUnsignedShort();
        if (length > LONGEST_KEY) throw new IOException("not a stored file");
        try {
            return primitive(keys.unwrap(head.readNBytes(length))).newDecryptingStream(from, bytes(id));
        } catch (GeneralSecurityException damaged) {
            throw new IOException("does not decrypt", damaged);
        }
    }

    private static StreamingAead primitive(KeysetHandle key) throws GeneralSecurityException {
        return key.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static AesGcmHkdfStreamingParameters segments(int bytes) {
        try {
            StreamingAeadConfig.register();
            return AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(bytes)
                    .build();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
