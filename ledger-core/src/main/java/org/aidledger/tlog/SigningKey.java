package org.aidledger.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 private key (RFC 8032). It is kept as PKCS #8 in PEM (RFC 8410), the form that {@code openssl genpkey
 * -algorithm ed25519} writes. Immutable; never printed by {@link #toString()}.
 */
public final class SigningKey {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final String PEM_BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String PEM_END = "\n-----END PRIVATE KEY-----\n";
    private static final int PEM_CHARS_MAX = 4_096;
    private static final byte[] PROBE = "aid ledger key check".getBytes(StandardCharsets.US_ASCII);

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new key from the platform's strong random numbers. */
    public static SigningKey generate() {
        byte[] seed = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        return ofSeed(seed);
    }

    /** The key of a 32-byte seed, which RFC 8032 calls the private key. */
    public static SigningKey ofSeed(byte[] seed) {
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        try {
            PrivateKey privateKey = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed.clone()));
            SigningKey key = new SigningKey(privateKey, publicKeyOf(seed));
            if (!verifies(key.publicKey, PROBE, key.sign(PROBE))) {
                throw new IllegalStateException("the platform's key generator did not derive the key from its seed");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot use Ed25519", e);
        }
    }

    /** Reads a PEM file with one unencrypted PKCS #8 private key. */
    public static SigningKey ofPem(String pem) {
        String text = pem.replace("\r\n", "\n");
        if (text.length() > PEM_CHARS_MAX || !text.startsWith(PEM_BEGIN) || !text.endsWith(PEM_END)) {
            throw new TlogException.Malformed("private key", "not one PEM block \"PRIVATE KEY\"");
        }
        byte[] pkcs8 = StrictText.base64(
                text.substring(PEM_BEGIN.length(), text.length() - PEM_END.length()).replace("\n", ""), "private key");
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return ofSeed(((EdECPrivateKey) key).getBytes()
                    .orElseThrow(() -> new TlogException.Malformed("private key", "without its bytes")));
        } catch (GeneralSecurityException e) {
            throw new TlogException.Malformed("private key", "not an Ed25519 key in PKCS #8");
        }
    }

    /** The PEM text to keep in a file that only its owner may read. */
    public String toPem() {
        return PEM_BEGIN + Base64.getEncoder().encodeToString(privateKey.getEncoded()) + PEM_END;
    }

    /** The 32 bytes of the public key. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform cannot sign with Ed25519", e);
        }
    }

    /** Whether a signature holds; false for a public key that is no point of the curve, too. */
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(decode(publicKey));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Whether the 32 bytes are a public key at all. */
    static boolean isPublicKey(byte[] publicKey) {
        try {
            Signature.getInstance(ALGORITHM).initVerify(decode(publicKey));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey decode(byte[] publicKey) throws GeneralSecurityException {
        byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
        System.arraycopy(publicKey, 0, x509, X509_PREFIX.length, KEY_BYTES);
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(x509));
    }

    /**
     * The JDK derives a public key only inside its generator, which asks its random source once for the seed. The caller
     * checks the outcome by a signature, so a generator that works otherwise is noticed.
     */
    private static byte[] publicKeyOf(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new SeedOnly(seed));
        KeyPair pair = generator.generateKeyPair();
        byte[] x509 = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(x509, x509.length - KEY_BYTES, x509.length);
    }

    /** A "random" source that gives one seed. */
    private static final class SeedOnly extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        SeedOnly(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
    }
}
