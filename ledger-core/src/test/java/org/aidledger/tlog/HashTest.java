package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HashTest {

    private static final String HEX = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String BASE64 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    @Test
    void the_empty_tree_has_the_hash_of_nothing() {
        assertThat(TreeHasher.EMPTY_ROOT.hex()).isEqualTo(HEX);
        assertThat(TreeHasher.EMPTY_ROOT.base64()).isEqualTo(BASE64);
    }

    @Test
    void a_hash_is_read_as_it_was_written() {
        assertThat(Hash.parseHex(HEX)).isEqualTo(Hash.parseBase64(BASE64)).hasSameHashCodeAs(Hash.parseBase64(BASE64))
                .hasToString(HEX).isNotEqualTo(Hash.of(new byte[32]));
        assertThat(Hash.of(Hash.parseHex(HEX).toBytes())).isEqualTo(Hash.parseHex(HEX));
    }

    @Test
    void nobody_can_change_a_hash() {
        byte[] bytes = new byte[32];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.toBytes()[1] = 1;
        assertThat(hash).isEqualTo(Hash.of(new byte[32]));
    }

    @Test
    void only_the_exact_form_is_read() {
        assertMalformed(() -> Hash.parseHex(HEX.substring(2)));
        assertMalformed(() -> Hash.parseHex(HEX.toUpperCase(java.util.Locale.ROOT)));
        assertMalformed(() -> Hash.parseHex("g" + HEX.substring(1)));
        assertMalformed(() -> Hash.parseBase64(BASE64.substring(0, 43)));
        assertMalformed(() -> Hash.parseBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV="));
        assertMalformed(() -> Hash.parseBase64("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU="));
        assertMalformed(() -> Hash.parseBase64(BASE64 + "\n"));
        assertMalformed(() -> Hash.parseBase64("AAAA"));
    }

    private static void assertMalformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TlogException.Malformed.class);
    }
}
