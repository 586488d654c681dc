package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.NotAPicture;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.OtherCode;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.Refused;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.TooManyBytes;
import org.aidledger.app.exchange.evidence.CheckpointRefusal.Unreadable;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.TlogException;

/**
 * The checkpoint that an auditor saved at the last visit and hands in: its text, or a picture of its QR code. Which of the two it
 * is, its content says, never its name. No signature is checked yet.
 */
public final class SavedCheckpoint {

    /** Bytes of what is handed in; telephones make pictures of 2 to 12 MB. */
    public static final int BYTES_MAX = 16 << 20;

    private SavedCheckpoint() {
    }

    /** @throws Refused when it is neither, or too much */
    public static SignedCheckpoint read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BYTES_MAX + 1);
        if (bytes.length > BYTES_MAX) {
            throw new Refused(new TooManyBytes(BYTES_MAX));
        }
        return of(bytes);
    }

    /** @throws Refused when it is neither, or too much */
    public static SignedCheckpoint read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** @throws Refused when it is not a signed checkpoint; line ends and empty lines around it may be anybody's */
    public static SignedCheckpoint ofText(String text) {
        return parsed(text, new Unreadable());
    }

    private static SignedCheckpoint of(byte[] bytes) {
        return QrPicture.isPicture(bytes) ? parsed(QrPicture.text(bytes), new OtherCode()) : ofText(text(bytes));
    }

    private static SignedCheckpoint parsed(String text, CheckpointRefusal otherwise) {
        try {
            String note = text.replace("\r\n", "\n").strip() + "\n";
            return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
        } catch (TlogException _) {
            throw new Refused(otherwise);
        }
    }

    /** What is not UTF-8, or has a NUL in it, is a file of another kind. */
    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
            throw new Refused(new NotAPicture());
        } catch (CharacterCodingException _) {
            throw new Refused(new NotAPicture());
        }
    }
}
