package org.romdoul.ledger.write;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key held in this process, signing with the JDK. Its file form is PKCS #8 in PEM (RFC 8410), which
 * {@code openssl} reads too; whoever stores it sees to mode 0600.
 */
public final class SigningKey implements Signer {

    private static final int SEED_LENGTH = 32;
    private static final byte[] PKCS8_HEAD = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final byte[] seed;
    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        try {
            privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encode(seed)));
            publicKey = publicKeyOf(seed);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** A new key from 32 random bytes. */
    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /** The key of an RFC 8032 seed, 32 bytes. */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        return new SigningKey(seed.clone());
    }

    /** The key in a PEM file that {@link #pem} or {@code openssl genpkey -algorithm ed25519} wrote. */
    public static SigningKey ofPem(String pem) {
        String body = pem.replace("\r", "");
        if (!body.startsWith(BEGIN) || !body.endsWith(END) || body.length() < BEGIN.length() + END.length()) {
            throw new IllegalArgumentException("not a PRIVATE KEY in PEM");
        }
        String base64 =
                body.substring(BEGIN.length(), body.length() - END.length()).replace("\n", "");
        return ofPkcs8(Base64.getDecoder().decode(base64));
    }

    /** The key in its 48-byte PKCS #8 form. */
    public static SigningKey ofPkcs8(byte[] pkcs8) {
        int head = PKCS8_HEAD.length;
        if (pkcs8.length != head + SEED_LENGTH || !Arrays.equals(pkcs8, 0, head, PKCS8_HEAD, 0, head)) {
            throw new IllegalArgumentException("not an Ed25519 key in PKCS #8");
        }
        return ofSeed(Arrays.copyOfRange(pkcs8, head, pkcs8.length));
    }

    /** The 32-byte seed: the secret itself. */
    public byte[] seed() {
        return seed.clone();
    }

    /** The secret in its 48-byte PKCS #8 form. */
    public byte[] pkcs8() {
        return encode(seed);
    }

    /** The secret as the text of a key file. */
    public String pem() {
        return BEGIN + Base64.getEncoder().encodeToString(pkcs8()) + END;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "SigningKey[" + HexFormat.of().formatHex(publicKey) + "]";
    }

    private static byte[] encode(byte[] seed) {
        byte[] pkcs8 = Arrays.copyOf(PKCS8_HEAD, PKCS8_HEAD.length + SEED_LENGTH);
        System.arraycopy(seed, 0, pkcs8, PKCS8_HEAD.length, SEED_LENGTH);
        return pkcs8;
    }

    /** The JDK derives a public key only while generating a pair, from the 32 random bytes that it asks for. */
    private static byte[] publicKeyOf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("Ed25519");
        pairs.initialize(NamedParameterSpec.ED25519, new FixedBytes(seed));
        KeyPair pair = pairs.generateKeyPair();
        if (!Arrays.equals(pair.getPrivate().getEncoded(), encode(seed))) {
            throw new GeneralSecurityException("this JDK makes Ed25519 keys in another way");
        }
        byte[] spki = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    private static final class FixedBytes extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] bytes;

        private FixedBytes(byte[] bytes) {
            super(null, null);
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
