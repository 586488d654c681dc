package org.aidledger.ngo;

import java.util.regex.Pattern;

/**
 * Who a person is, readable only while the key of their subject exists. What is hashed and proved is the sealed text, so
 * destroying the key leaves every proof as it was.
 *
 * @param subject names the key and nobody: {@code SUB-} and a random number
 * @param sealed base64 of the nonce and the AES-256-GCM ciphertext of the person's data; the subject is authenticated with it
 */
public record SealedPerson(String subject, String sealed) {

    /** Of {@code sealed}: enough for a name, a nationality, a passport number, a telephone and an address. */
    public static final int SEALED_CHARACTERS_MAX = 4_000;

    private static final Pattern SUBJECT = Pattern.compile("SUB-[0-9a-f-]{1,60}");

    /** @throws IllegalArgumentException when the subject has another form or the sealed text is empty or too long */
    public SealedPerson {
        if (!SUBJECT.matcher(subject).matches() || sealed.isEmpty() || sealed.length() > SEALED_CHARACTERS_MAX) {
            throw new IllegalArgumentException("a sealed person is SUB- and hexadecimal digits, and 1 to "
                    + SEALED_CHARACTERS_MAX + " characters of sealed text");
        }
    }
}
