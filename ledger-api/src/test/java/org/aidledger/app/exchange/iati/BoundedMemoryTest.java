package org.aidledger.app.exchange.iati;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundedMemoryTest {

    private static final int ACTIVITIES = 1_500;

    @Test
    void a_file_is_read_with_far_less_memory_than_its_length() throws Exception {
        String[] figures = run("-Xmx24m", Integer.toString(ACTIVITIES)).split(" ");
        assertThat(figures[0]).isEqualTo("1500");
        assertThat(figures[1]).isEqualTo("150000");
        assertThat(figures[2]).isEqualTo("185185183.50000");
        assertThat(Long.parseLong(figures[3])).isGreaterThan(64_000_000);
    }

    private static String run(String heap, String argument) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), heap,
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), LargeFile.class.getName(), argument)
                .redirectErrorStream(true).start();
        try {
            String output = new String(java.getInputStream().readAllBytes(), UTF_8).strip();
            assertThat(java.waitFor(5, TimeUnit.MINUTES)).as(output).isTrue();
            assertThat(java.exitValue()).as(output).isZero();
            return output;
        } finally {
            java.destroyForcibly();
        }
    }
}
