package org.aidledger.app.exchange.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive, compared with what the JDK writes and reads. */
class BundleWriterTest {

    @TempDir private static Path folder;

    private static byte[] content(int i) {
        return ("member " + i).repeat(i % 3).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ours(int members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BundleWriter writer = new BundleWriter(out)) {
            for (int i = 0; i < members; i++) {
                if (i % 5 == 0) {
                    Spool spool = new Spool();
                    spool.write(content(i));
                    writer.add("leaves/" + i + ".json", spool);
                } else {
                    writer.add("leaves/" + i + ".json", content(i));
                }
            }
            writer.finish();
        }
        return out.toByteArray();
    }

    private static byte[] theirs(int members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (int i = 0; i < members; i++) {
                CRC32 crc = new CRC32();
                crc.update(content(i));
                ZipEntry entry = new ZipEntry("leaves/" + i + ".json");
                entry.setTimeLocal(LocalDateTime.of(1980, 2, 1, 0, 0));
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content(i).length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content(i));
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 300, 65_534, 65_535, 65_536, 70_000})
    void it_is_byte_for_byte_what_the_jdk_writes(int members) throws IOException {
        assertThat(ours(members)).isEqualTo(theirs(members));
    }

    @Test
    void more_members_than_sixteen_bits_count_are_read_by_the_jdk() throws IOException {
        Path file = Files.write(folder.resolve("many.zip"), ours(65_600));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(65_600);
            assertThat(zip.getInputStream(zip.getEntry("leaves/65597.json")).readAllBytes())
                    .isEqualTo(content(65_597));
        }
    }
}
