package org.romdoul.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.romdoul.ledger.read.Ed25519;
import org.romdoul.ledger.write.Cosigner;
import org.romdoul.ledger.write.LogSigner;
import org.romdoul.ledger.write.SigningKey;

class SigningTest {

    private final Ed25519 ed25519 = Ed25519.jdk();

    /** RFC 8032 section 7.1, tests 1 to 3: seed, public key, message, signature. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAndVerifiesTheRfcsVectors(String seed, String publicKey, String message, String signature) {
        SigningKey key = SigningKey.ofSeed(bytes(seed));
        assertThat(key.publicKey()).isEqualTo(bytes(publicKey));
        assertThat(key.sign(bytes(message))).isEqualTo(bytes(signature));
        assertThat(ed25519.verifies(bytes(publicKey), bytes(message), bytes(signature)))
                .isTrue();
        byte[] bent = bytes(signature);
        bent[40] ^= 1;
        assertThat(ed25519.verifies(bytes(publicKey), bytes(message), bent)).isFalse();
    }

    @Test
    void signsTheGoNoteVectorToTheByte() {
        // golang.org/x/mod/sumdb/note's own example key.
        byte[] typed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        LogSigner peter = new LogSigner("PeterNeumann", SigningKey.ofSeed(Arrays.copyOfRange(typed, 1, 33)));
        assertThat(peter.vkey()).isEqualTo(Vectors.PETER_KEY);
        assertThat(peter.line(Vectors.GO_TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(Vectors.PETER_LINE);
    }

    @Test
    void keyFilesComeBackAsTheSameKey() {
        SigningKey key = SigningKey.generate(new SecureRandom());
        for (SigningKey same : new SigningKey[] {
            SigningKey.ofPem(key.pem()),
            SigningKey.ofPem(key.pem().replace("\n", "\r\n")),
            SigningKey.ofPkcs8(key.pkcs8()),
            SigningKey.ofSeed(key.seed())
        }) {
            assertThat(same.publicKey()).isEqualTo(key.publicKey());
            assertThat(same.sign(new byte[] {7})).isEqualTo(key.sign(new byte[] {7}));
        }
        assertThat(SigningKey.generate(new SecureRandom()).seed()).isNotEqualTo(key.seed());
    }

    @Test
    void aKeyNeverShowsItsSecretInPassing() {
        SigningKey key = SigningKey.ofSeed(bytes("00".repeat(31) + "2a"));
        assertThat(key.toString())
                .contains(HexFormat.of().formatHex(key.publicKey()))
                .doesNotContain("002a");
    }

    @Test
    void refusesFilesThatAreNoEd25519Key() {
        String pem = SigningKey.generate(new SecureRandom()).pem();
        byte[] otherCurve = SigningKey.generate(new SecureRandom()).pkcs8();
        otherCurve[11]++;
        assertThatThrownBy(() -> SigningKey.ofPem(pem.substring(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofPem(pem.trim())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofPem("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PEM");
        assertThatThrownBy(() -> SigningKey.ofPem("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofPkcs8(otherCurve)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofPkcs8(new byte[47])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SigningKey.ofSeed(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void verifiesNothingOfAnotherLength() {
        SigningKey key = SigningKey.ofSeed(new byte[32]);
        byte[] signature = key.sign(new byte[1]);
        assertThat(ed25519.verifies(key.publicKey(), new byte[1], signature)).isTrue();
        assertThat(ed25519.verifies(key.publicKey(), new byte[1], Arrays.copyOf(signature, 65)))
                .isFalse();
        assertThat(ed25519.verifies(key.publicKey(), new byte[1], new byte[0])).isFalse();
        assertThat(ed25519.verifies(Arrays.copyOf(key.publicKey(), 33), new byte[1], signature))
                .isFalse();
        assertThat(ed25519.verifies(bytes("ff".repeat(32)), new byte[1], signature))
                .isFalse();
    }

    @Test
    void refusesNamesThatASignatureLineCannotCarry() {
        SigningKey key = SigningKey.ofSeed(new byte[32]);
        for (String name : new String[] {"", "a b", "a+b", "a\u00a0b", "a\u0085b", "a\nb", "a\u2003b"}) {
            assertThatThrownBy(() -> new LogSigner(name, key)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Cosigner(name, key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void stockOpensslReadsTheKeyFileAndVerifiesItsSignature(@TempDir Path folder) throws Exception {
        assumeTrue(openssl(folder, "version") == 0, "needs openssl");
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] text = "A text that openssl has never seen.\n".getBytes(StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve("log.key"), key.pem());
        Files.write(folder.resolve("text"), text);
        Files.write(folder.resolve("signature"), key.sign(text));
        assertThat(verify(folder)).isZero();
        Files.write(folder.resolve("text"), Arrays.copyOf(text, text.length - 1));
        assertThat(verify(folder)).isNotZero();
    }

    private static int verify(Path folder) throws Exception {
        return openssl(
                folder, "pkeyutl", "-verify", "-rawin", "-inkey", "log.key", "-in", "text", "-sigfile", "signature");
    }

    private static int openssl(Path folder, String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "openssl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process openssl = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "said"))
                    .start();
            return openssl.waitFor(20, TimeUnit.SECONDS) ? openssl.exitValue() : -1;
        } catch (IOException absent) {
            return -1;
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
