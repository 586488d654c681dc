package org.aidledger.tlog.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.aidledger.tlog.evidence.BundleVerdict;
import org.aidledger.tlog.evidence.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are made to fill a disk or a memory, to write elsewhere, or to look different to different readers. */
class HostileArchiveTest {

    private static final byte[] SOUND = new SmallBundle().archive();
    private static final int END_BYTES = 22;

    private static String refusal(byte[] archive) {
        BundleVerdict verdict = BundleFuzzTest.verdict(archive);
        assertThat(verdict.problems()).extracting(Problem::code).containsExactly("bundle.unreadable");
        assertThat(verdict.events()).isZero();
        return verdict.problems().getFirst().evidence().get("detail");
    }

    private static byte[] zip(String name, byte[] bytes, int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(method);
            if (method == ZipEntry.STORED) {
                CRC32 crc = new CRC32();
                crc.update(bytes);
                entry.setSize(bytes.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The sound bundle with a number changed in its directory, {@code at} bytes into the record of the first member. */
    private static byte[] inDirectory(int at, int value, int bytes) {
        return changed(directory() + at, value, bytes);
    }

    private static byte[] changed(int at, int value, int bytes) {
        byte[] copy = SOUND.clone();
        ByteBuffer buffer = ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes == 2) {
            buffer.putShort(at, (short) value);
        } else {
            buffer.putInt(at, value);
        }
        return copy;
    }

    private static int directory() {
        return ByteBuffer.wrap(SOUND).order(ByteOrder.LITTLE_ENDIAN).getInt(SOUND.length - END_BYTES + 16);
    }

    @Test
    void what_would_unfold_is_refused_before_it_does() {
        assertThat(refusal(zip("report.en.html", new byte[20_000_000], ZipEntry.DEFLATED))).contains("compressed");
        assertThat(refusal(inDirectory(10, 8, 2))).contains("compressed");
        assertThat(refusal(inDirectory(24, 0x7fffffff, 4))).contains("compressed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "leaves/../../0.json", "leaves/", "C:\\verify.html",
        "leaves\\0.json", "leaves/00.json", "leaves/-1.json", "leaves/1e3.json", "proofs/0.json", "checkpoint/",
        "vkey\0",
        "README.TXT", "leaves/99999999999999999999.json", "bundle.json ", "réport.vi.html"})
    void a_name_that_no_bundle_has_is_refused(String name) {
        assertThat(refusal(zip(name, new byte[] {1}, ZipEntry.STORED))).contains("which no bundle has");
    }

    @Test
    void sizes_that_are_not_there_are_refused_without_taking_memory() {
        byte[] huge = inDirectory(24, 0x01ffffff, 4);
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putInt(directory() + 20, 0x01ffffff);
        assertThat(refusal(huge)).containsAnyOf("do not agree", "too early", "at most");
        for (int at : List.of(8, 10, 12, 16)) {
            assertThat(refusal(changed(SOUND.length - END_BYTES + at, -1, at < 12 ? 2 : 4))).isNotBlank();
        }
    }

    @Test
    void members_that_lie_over_each_other_or_apart_are_refused() {
        assertThat(refusal(inDirectory(42, 5, 4))).contains("not written as");
        byte[] twice = SOUND.clone();
        int second = directory() + 46 + ByteBuffer.wrap(SOUND).order(ByteOrder.LITTLE_ENDIAN)
                .getShort(directory() + 28);
        ByteBuffer.wrap(twice).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 42, 0);
        assertThat(refusal(twice)).contains("not written as");
    }

    @Test
    void two_readers_never_see_two_archives() {
        byte[] before = new byte[SOUND.length + 7];
        System.arraycopy(SOUND, 0, before, 7, SOUND.length);
        assertThat(refusal(before)).isNotBlank();
        assertThat(refusal(Arrays.copyOf(SOUND, SOUND.length + 1))).isNotBlank();
        assertThat(refusal(changed(SOUND.length - END_BYTES + 20, 1, 2))).isNotBlank();
        assertThat(refusal(changed(26, 3, 2))).contains("do not agree");
        assertThat(refusal(inDirectory(8, 1, 2))).as("encrypted").contains("not written as");
        byte[] both = new byte[2 * SOUND.length];
        System.arraycopy(SOUND, 0, both, 0, SOUND.length);
        System.arraycopy(SOUND, 0, both, SOUND.length, SOUND.length);
        assertThat(refusal(both)).isNotBlank();
    }

    @Test
    void more_members_than_sixteen_bits_count_are_read_and_their_number_must_be_right() {
        SmallBundle bundle = new SmallBundle();
        for (int i = 1; i < 0x10010; i++) {
            bundle.put("consistency/" + i, new byte[0]);
        }
        bundle.sign();
        byte[] many = bundle.archive();
        assertThat(BundleFuzzTest.verdict(many).problems()).isEmpty();
        int end64 = many.length - END_BYTES - 76;
        for (int at : List.of(0, 4, 16, 24, 32, 40, 48, 56, 60, 64, 72)) {
            byte[] wrong = many.clone();
            wrong[end64 + at] ^= 1;
            assertThat(refusal(wrong)).as("at %s", at).contains("does not end in the directory");
        }
    }

    @Test
    void json_that_nests_without_end_or_repeats_a_name_is_refused() {
        for (String json : List.of("[".repeat(1_000_000), "{\"claims\":" + "[".repeat(100) + "]".repeat(100) + "}",
                "{\"claims\":[],\"claims\":[]}", "{\"claims\":[1e999999999]}", "{\"claims\":[\"\\ud800\"]}")) {
            SmallBundle bundle = new SmallBundle();
            bundle.put("figures.json", json.getBytes(StandardCharsets.UTF_8));
            bundle.sign();
            assertThat(BundleFuzzTest.verdict(bundle.archive()).isSound()).as(json.substring(0, 20)).isFalse();
        }
    }
}
