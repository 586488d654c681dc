package org.aidledger.app.exchange.iati.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.BulkAppend;

/**
 * The file that is taken in, as a copy of our own: what is hashed, read and kept is the same bytes, whatever becomes of the
 * original meanwhile.
 *
 * @param name without folders, fit to be recorded
 * @param sha256 of its bytes, 64 lower-case hexadecimal digits
 */
record SourceFile(Path copy, String name, String sha256, int length) implements BulkAppend.Content {

    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int BUFFER_BYTES = 1 << 16;

    /** @throws RefusedFile when there are more bytes than the limit */
    static SourceFile copy(InputStream in, String name, Path folder, int bytesMax) throws IOException {
        String recorded = recordable(name);
        Path copy = folder.resolve("source");
        MessageDigest sha256 = Sha256.digest();
        byte[] buffer = new byte[BUFFER_BYTES];
        long length = 0;
        try (OutputStream out = Files.newOutputStream(copy)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                length += n;
                if (length > bytesMax) {
                    throw new RefusedFile(ImportRefusal.ofWhole(recorded, "import.file-too-large",
                            Map.of("max", Integer.toString(bytesMax))));
                }
                sha256.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return new SourceFile(copy, recorded, HexFormat.of().formatHex(sha256.digest()), Math.toIntExact(length));
    }

    /** The last part of a path, in characters that can be recorded and shown. */
    private static String recordable(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        last.codePoints().limit(NAME_CHARACTERS_MAX)
                .forEach(c -> kept.appendCodePoint(isShown(c) ? c : '_'));
        return kept.toString().isBlank() ? "_" : kept.toString();
    }

    private static boolean isShown(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }

    @Override
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(copy), BUFFER_BYTES);
    }
}
