package org.aidledger.app.exchange.evidence;

import io.nayuki.qrcodegen.QrCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.aidledger.tlog.Note;
import org.aidledger.tlog.NoteSignature;
import org.aidledger.tlog.SignedCheckpoint;

/**
 * A signed checkpoint as a QR code (ISO/IEC 18004), on paper or on a screen: whoever photographs it has the text to hand in again.
 * The image's bytes depend on the checkpoint alone: nothing in it is compressed.
 */
public final class CheckpointQr {

    /** More would need cells too small for a telephone; cosignatures beyond are left out, the log's signature comes first. */
    private static final int TEXT_BYTES_MAX = 600;
    private static final int CELL_PIXELS = 4;
    private static final int QUIET_CELLS = 4;
    private static final int STORED_BYTES_MAX = 65_535;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private CheckpointQr() {
    }

    /** The address of the image, which holds the image itself ({@code data:image/png}). */
    public static String image(SignedCheckpoint checkpoint) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(checkpoint));
    }

    /** The image: a PNG of black and white. */
    static byte[] png(SignedCheckpoint checkpoint) {
        QrCode code = QrCode.encodeText(text(checkpoint), QrCode.Ecc.MEDIUM);
        int side = (code.size + 2 * QUIET_CELLS) * CELL_PIXELS;
        int rowBytes = 1 + (side + 7) / 8;
        byte[] pixels = new byte[side * rowBytes];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (!code.getModule(x / CELL_PIXELS - QUIET_CELLS, y / CELL_PIXELS - QUIET_CELLS)) {
                    pixels[y * rowBytes + 1 + x / 8] |= (byte) (0x80 >>> x % 8);
                }
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(PNG);
        chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put((byte) 1).array());
        chunk(png, "IDAT", stored(pixels));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    static String text(SignedCheckpoint checkpoint) {
        List<NoteSignature> signatures = new ArrayList<>(checkpoint.note().signatures());
        while (signatures.size() > 1 && bytes(checkpoint, signatures) > TEXT_BYTES_MAX) {
            signatures.removeLast();
        }
        return new Note(checkpoint.note().text(), signatures).toString();
    }

    private static int bytes(SignedCheckpoint checkpoint, List<NoteSignature> signatures) {
        return new Note(checkpoint.note().text(), signatures).toBytes().length;
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) crc.getValue()).array());
    }

    /** A zlib stream (RFC 1950) of stored blocks (RFC 1951 section 3.2.4). */
    private static byte[] stored(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x78, 0x01});
        for (int at = 0; at < data.length; at += STORED_BYTES_MAX) {
            int length = Math.min(STORED_BYTES_MAX, data.length - at);
            boolean last = at + length == data.length;
            out.writeBytes(new byte[] {(byte) (last ? 1 : 0), (byte) length, (byte) (length >> 8), (byte) ~length,
                (byte) (~length >> 8)});
            out.write(data, at, length);
        }
        Adler32 check = new Adler32();
        check.update(data);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) check.getValue()).array());
        return out.toByteArray();
    }
}
