package org.aidledger.catalogue;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaScriptNumberTest {

    /** RFC 8785, Appendix B: the bits of a double and how it is written. */
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0", "8000000000000000, 0", "0000000000000001, 5e-324", "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308", "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992", "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000", "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23", "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000", "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21", "3eb0c6f7a0b5ed8c, 9.999999999999997e-7", "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332", "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333", "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343", "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"})
    void the_table_of_appendix_b_is_reproduced(String bits, String text) {
        assertThat(EcmaScriptNumber.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"7fffffffffffffff", "7ff0000000000000", "fff0000000000000"})
    void not_a_number_and_infinities_are_refused(String bits) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThatThrownBy(() -> EcmaScriptNumber.text(value)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Every subnormal that a single digit can name, where Java's digits and ECMAScript's part. */
    @ParameterizedTest
    @CsvSource({"1, 5e-324", "2, 1e-323", "3, 1.5e-323", "4, 2e-323", "5, 2.5e-323", "6, 3e-323", "8, 4e-323",
        "10, 5e-323", "12, 6e-323", "14, 7e-323", "16, 8e-323", "18, 9e-323", "20, 1e-322"})
    void the_smallest_numbers_take_a_single_digit_where_one_suffices(long bits, String text) {
        assertThat(EcmaScriptNumber.text(Double.longBitsToDouble(bits))).isEqualTo(text);
    }

    /**
     * The authors of RFC 8785 publish the SHA-256 of the first lines of a file of a hundred million numbers, and how its
     * values are derived: edge cases, 2,000 neighbours of the smallest normal number, then a chain of hashes.
     */
    @ParameterizedTest
    @CsvSource({"1000, be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687",
        "10000, b9f7a8e75ef22a835685a52ccba7f7d6bdc99e34b010992cbc5864cd12be6892",
        "100000, 22776e6d4b49fa294a0d0f349268e5c28808fe7e0cb2bcbe28f63894e494d4c7",
        "1000000, 49415fee2c56c77864931bd3624faad425c3c577d6d74e89a83bc725506dad16"})
    void the_published_digest_of_many_numbers_is_reproduced(int lines, String sha256) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        DoubleSupplier numbers = publishedNumbers();
        for (int i = 0; i < lines; i++) {
            double value = numbers.getAsDouble();
            String line = Long.toHexString(Double.doubleToRawLongBits(value)) + "," + EcmaScriptNumber.text(value);
            digest.update((line + "\n").getBytes(US_ASCII));
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256);
    }

    @Test
    void what_is_written_reads_back_as_the_same_double() {
        for (double value : new double[] {0.1, -123.456, 1e21, 1e-7, 123456789012345680000d, Math.PI}) {
            assertThat(Double.parseDouble(EcmaScriptNumber.text(value))).isEqualTo(value);
        }
    }

    private static DoubleSupplier publishedNumbers() throws Exception {
        long[] edges;
        try (var in = EcmaScriptNumberTest.class.getResourceAsStream("es6-number-bits.txt")) {
            edges = Arrays.stream(new String(in.readAllBytes(), US_ASCII).strip().split("\\s+"))
                    .mapToLong(hex -> Long.parseUnsignedLong(hex, 16)).toArray();
        }
        return new DoubleSupplier() {
            private int next;
            private ByteBuffer block = ByteBuffer.wrap(new byte[32]).position(32);

            @Override
            public double getAsDouble() {
                int i = next++;
                if (i < edges.length) {
                    return Double.longBitsToDouble(edges[i]);
                }
                if (i < edges.length + 2000) {
                    return Double.longBitsToDouble(0x0010000000000000L + i - edges.length);
                }
                double value = 0;
                while (value == 0 || !Double.isFinite(value)) {
                    if (!block.hasRemaining()) {
                        block = ByteBuffer.wrap(sha256(block.array())).order(ByteOrder.LITTLE_ENDIAN);
                    }
                    value = block.getDouble();
                }
                return value;
            }
        };
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
