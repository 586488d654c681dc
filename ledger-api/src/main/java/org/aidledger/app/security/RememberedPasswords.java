package org.aidledger.app.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks passwords. HTTP Basic sends them with every request, and bcrypt takes 50 to 100 ms on purpose; so the last password
 * that was right is remembered for each user, as a keyed digest under a key that lives and dies with this process.
 */
final class RememberedPasswords implements PasswordEncoder {

    private final PasswordEncoder slow =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder()));
    private final Map<String, byte[]> digests = new ConcurrentHashMap<>();
    private final SecretKeySpec key;

    RememberedPasswords() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return slow.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String stored) {
        if (password == null || stored == null) {
            return false;
        }
        byte[] digest = digest(password, stored);
        byte[] known = digests.get(stored);
        if (known != null && MessageDigest.isEqual(known, digest)) {
            return true;
        }
        boolean right = slow.matches(password, stored);
        if (right) {
            digests.put(stored, digest);
        }
        return right;
    }

    private byte[] digest(CharSequence password, String stored) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update(stored.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
