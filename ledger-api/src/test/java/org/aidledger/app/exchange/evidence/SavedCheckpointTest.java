package org.aidledger.app.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.NoCode;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.NotAPicture;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.OtherCode;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.Refused;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.TooManyBytes;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.TooManyPixels;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.Unreadable;
import org.aidledger.app.testing.Photograph;
import org.aidledger.testing.RefusalTexts;
import org.aidledger.tlog.Checkpoint;
import org.aidledger.tlog.Cosigner;
import org.aidledger.tlog.Hash;
import org.aidledger.tlog.NoteSigner;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an auditor hands in as the checkpoint of the last visit, and what a stranger does. */
class SavedCheckpointTest {

    private static final NoteSigner LOG = new NoteSigner("ledger.example/aid", SigningKey.ofSeed(new byte[32]));
    private static final SignedCheckpoint SAVED = cosigned(
            SignedCheckpoint.sign(new Checkpoint("ledger.example/aid", 1234, Hash.of(new byte[32])), LOG));
    private static final byte[] CODE = CheckpointQr.png(SAVED);

    private static SignedCheckpoint cosigned(SignedCheckpoint checkpoint) {
        Cosigner witness = new Cosigner("witness.example/w1", SigningKey.ofSeed(new byte[32]));
        return checkpoint.with(witness.cosign(checkpoint.note().text(), Instant.ofEpochSecond(1_700_000_000)));
    }

    private static SignedCheckpoint read(byte[] bytes) {
        return read(new ByteArrayInputStream(bytes));
    }

    private static SignedCheckpoint read(InputStream in) {
        try {
            return SavedCheckpoint.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckpointRefusal refusal(byte[] bytes) {
        Refused refused = catchThrowableOfType(Refused.class, () -> read(bytes));
        assertThat(refused).as("it was taken").isNotNull();
        return refused.refusal();
    }

    @Test
    void every_refusal_has_a_sentence_in_both_languages() {
        RefusalTexts.assertSaidInBothLanguages(CheckpointRefusal.class);
    }

    @Test
    void a_text_is_read_with_anybodys_line_ends() {
        String text = SAVED.note().toString();
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(SAVED);
        assertThat(read(("\r\n" + text.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(SAVED);
        assertThat(refusal("nonsense".getBytes(StandardCharsets.UTF_8))).isEqualTo(new Unreadable());
    }

    @Test
    void the_code_that_the_ledger_shows_is_read_as_it_is() {
        assertThat(read(CODE)).isEqualTo(SAVED);
    }

    @ParameterizedTest
    @CsvSource({"1600,1200,2.0,0,0", "1600,1200,1.7,7,12", "2400,1800,3.1,-13,20", "4000,3000,4.3,31,25",
        "1000,1400,1.3,90,8", "900,700,1.0,3,5", "6000,4500,6.0,183,15"})
    void a_photograph_is_read(int width, int height, double scale, double degrees, double noise) {
        Photograph photograph = Photograph.of(CODE, width, height, scale, degrees).noisy(noise, 42);
        assertThat(read(photograph.jpeg(0.7f))).isEqualTo(SAVED);
    }

    @Test
    void a_screenshot_with_the_code_somewhere_on_a_page_is_read_at_any_zoom() {
        for (double zoom : new double[] {0.75, 1, 1.25, 1.5, 2.2}) {
            assertThat(read(Photograph.of(CODE, 1280, 900, zoom, 0).png())).as("zoom %s", zoom).isEqualTo(SAVED);
        }
    }

    @Test
    void more_bytes_than_are_taken_are_refused_before_anything_is_made_of_them() {
        InputStream endless = new SequenceInputStream(new ByteArrayInputStream(CODE), new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        });
        assertThat(catchThrowableOfType(Refused.class, () -> read(endless)).refusal())
                .isEqualTo(new TooManyBytes(SavedCheckpoint.BYTES_MAX));
    }

    @Test
    void a_picture_that_would_unfold_too_far_is_refused_by_its_header() {
        assertThat(refusal(withSize(CODE, 60_000, 60_000))).isInstanceOf(TooManyPixels.class);
        assertThat(refusal(withSize(CODE, 40_000, 1))).isInstanceOf(TooManyPixels.class);
        assertThat(refusal(withSize(CODE, Integer.MAX_VALUE, Integer.MAX_VALUE))).isInstanceOf(TooManyPixels.class);
        byte[] jpeg = Photograph.of(CODE, 400, 400, 1, 0).jpeg(0.8f);
        int frame = indexOf(jpeg, 0xff, 0xc0);
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 65_000).putShort(frame + 7, (short) 65_000);
        assertThat(refusal(jpeg)).isInstanceOf(TooManyPixels.class);
    }

    /** The same PNG claiming another size, its checksum right. */
    private static byte[] withSize(byte[] png, int width, int height) {
        byte[] changed = png.clone();
        ByteBuffer bytes = ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(changed, 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return changed;
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i - 1] == (byte) first && bytes[i] == (byte) second) {
                return i - 1;
            }
        }
        throw new AssertionError("not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GIF89a\u0001\u0000\u0001\u0000", "%PDF-1.7\n\u0000", "\u0000\u0000\u0000\u0018ftypheic",
        "RIFF\u0001\u0000\u0000\u0000WEBPVP8 "})
    void what_is_neither_text_nor_a_picture_that_is_taken_is_refused(String bytes) {
        assertThat(refusal(bytes.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(new NotAPicture());
    }

    @Test
    void a_damaged_picture_is_refused() {
        assertThat(refusal(Arrays.copyOf(CODE, 8))).isEqualTo(new NotAPicture());
        assertThat(refusal(Arrays.copyOf(CODE, 60))).isEqualTo(new NotAPicture());
        assertThat(refusal(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})).isEqualTo(new NotAPicture());
        byte[] jpeg = Photograph.of(CODE, 400, 400, 1, 0).jpeg(0.8f);
        byte[] scans = Arrays.copyOf(jpeg, jpeg.length + 2_000);
        for (int i = jpeg.length; i < scans.length; i += 2) {
            scans[i] = (byte) 0xff;
            scans[i + 1] = (byte) 0xda;
        }
        assertThat(refusal(scans)).as("a picture that unfolds a thousand times").isEqualTo(new NotAPicture());
    }

    @Test
    void a_picture_without_a_code_or_with_nothing_but_corners_of_codes_is_refused() {
        assertThat(refusal(Photograph.png(new BufferedImage(6_000, 6_000, BufferedImage.TYPE_BYTE_BINARY))))
                .isEqualTo(new NoCode());
        BufferedImage corners = new BufferedImage(1_500, 1_500, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 1_500; y++) {
            for (int x = 0; x < 1_500; x++) {
                int ring = Math.max(Math.abs(x / 2 % 9 - 4), Math.abs(y / 2 % 9 - 4));
                corners.setRGB(x, y, ring <= 1 || ring == 3 ? 0 : 0xffffff);
            }
        }
        assertThat(refusal(Photograph.png(corners))).isEqualTo(new NoCode());
    }

    @Test
    void a_code_that_says_something_else_is_refused() {
        QrCode code = QrCode.encodeText("https://example.org/", QrCode.Ecc.MEDIUM);
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                image.setRGB(x, y, code.getModule(x / 8 - 4, y / 8 - 4) ? 0 : 0xffffff);
            }
        }
        assertThat(refusal(Photograph.png(image))).isEqualTo(new OtherCode());
    }

    @Test
    void whatever_becomes_of_a_picture_it_gives_its_checkpoint_or_a_refusal() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[][] pictures = {CODE, Photograph.of(CODE, 320, 320, 1, 4).jpeg(0.6f),
            Photograph.of(CODE, 300, 300, 0.9, 0).png()};
        int taken = 0;
        for (int round = 0; round < 300; round++) {
            byte[] picture = pictures[round % pictures.length].clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                picture[random.nextInt(picture.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(4) == 0) {
                picture = Arrays.copyOf(picture, random.nextInt(picture.length));
            }
            try {
                assertThat(read(picture)).as("seed %s, round %s", seed, round).isEqualTo(SAVED);
                taken++;
            } catch (Refused refused) {
                assertThat(refused.refusal().code()).startsWith("checkpoint.");
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
        assertThat(taken).as("seed %s", seed).isPositive();
    }
}
