package org.aidledger.app.exchange.evidence;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.NoCode;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.NotAPicture;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.Refused;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.TooManyPixels;

/**
 * Finds the QR code (ISO/IEC 18004) in a picture that a stranger hands in: a photograph, a screenshot, a page of a report. How
 * large the picture unfolds is read from its header first, and only every n-th pixel of a large one is kept; one picture is worked
 * on at a time.
 */
final class QrPicture {

    /** Pixels of the largest picture that is unfolded; a telephone's largest usual one has 50 million. */
    static final long PIXELS_MAX = 50_000_000;
    /** Pixels of its longer side: a row is unfolded whole. */
    static final int SIDE_PIXELS_MAX = 20_000;
    /** Pixels kept of a larger picture, about. */
    private static final long KEPT_PIXELS_MAX = 6_000_000;
    /** Pixels of a picture that is looked at magnified, too. */
    private static final long SMALL_PIXELS_MAX = 1_500_000;
    /** Below that no code of a checkpoint can be told. */
    private static final int SIDE_PIXELS_MIN = 60;
    /** Progressive JPEG pictures have about ten scans; each unfolds the whole picture again. */
    private static final int SCANS_MAX = 100;
    /** Corners of a code that one look may find: the library tries every three of them. */
    private static final int CORNERS_MAX = 300;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final int SCAN = 0xda;
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private QrPicture() {
    }

    /** What is taken for a picture, by its first bytes. */
    static boolean isPicture(byte[] bytes) {
        return startsWith(bytes, PNG) || startsWith(bytes, JPEG);
    }

    private static boolean startsWith(byte[] bytes, byte[] first) {
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }

    /** @throws Refused when the picture is too large or damaged, or no code can be read in it */
    static String text(byte[] picture) {
        ONE_AT_A_TIME.lock();
        try {
            return text(unfolded(picture));
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static Greys unfolded(byte[] picture) {
        boolean png = startsWith(picture, PNG);
        if (!png && scans(picture) > SCANS_MAX) {
            throw new Refused(new NotAPicture());
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(png ? "png" : "jpeg").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > PIXELS_MAX || Math.max(width, height) > SIDE_PIXELS_MAX) {
                throw new Refused(new TooManyPixels(width, height, PIXELS_MAX, SIDE_PIXELS_MAX));
            }
            int every = (int) Math.ceil(Math.sqrt((double) (width * height) / KEPT_PIXELS_MAX));
            ImageReadParam kept = reader.getDefaultReadParam();
            kept.setSourceSubsampling(every, every, 0, 0);
            BufferedImage image = reader.read(0, kept);
            return Greys.of(image);
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException _) {
            // The JDK's readers say in many ways that a picture is damaged.
            throw new Refused(new NotAPicture());
        } finally {
            reader.dispose();
        }
    }

    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i - 1] == (byte) 0xff && jpeg[i] == (byte) SCAN) {
                scans++;
            }
        }
        return scans;
    }

    /** From nearer and from farther, as a telephone looks: one distance does not suit every code. */
    private static String text(Greys picture) {
        for (Greys look = picture; look.side() >= SIDE_PIXELS_MIN; look = look.scaled(3, 4)) {
            Optional<String> text = look(look);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return (picture.pixels() > SMALL_PIXELS_MAX ? Optional.<String>empty() : look(picture.scaled(2, 1)))
                .orElseThrow(() -> new Refused(new NoCode()));
    }

    private static Optional<String> look(Greys picture) {
        return decoded(new HybridBinarizer(picture)).or(() -> decoded(new GlobalHistogramBinarizer(picture)));
    }

    private static Optional<String> decoded(Binarizer binarizer) {
        int[] corners = {0};
        ResultPointCallback count = corner -> {
            if (++corners[0] > CORNERS_MAX) {
                throw new IllegalArgumentException("too many corners");
            }
        };
        try {
            return Optional.of(new QRCodeReader().decode(new BinaryBitmap(binarizer),
                    Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8",
                            DecodeHintType.NEED_RESULT_POINT_CALLBACK, count))
                    .getText());
        } catch (ReaderException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // No code to be read from this distance; the library says so in these ways.
            return Optional.empty();
        }
    }
}
