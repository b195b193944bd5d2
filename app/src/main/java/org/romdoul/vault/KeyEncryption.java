package org.romdoul.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.romdoul.database.SecretFile;

/**
 * The key-encryption key, outside every database: a Tink keyset in a file of mode 0600, made at the first start. A KMS
 * takes its place by handing in another {@link Aead}.
 */
final class KeyEncryption {

    private KeyEncryption() {}

    static Aead at(Path file) throws IOException, GeneralSecurityException {
        AeadConfig.register();
        if (!Files.exists(file)) make(file);
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        SecretFile.write(file, json.getBytes(StandardCharsets.UTF_8));
    }
}
