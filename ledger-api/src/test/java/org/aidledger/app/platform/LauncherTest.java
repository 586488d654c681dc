package org.aidledger.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./ledger}, in a checkout of our making whose JDKs and Maven are scripts that tell what they were asked. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
                *jarmode=tools*) for last; do :; done; mkdir -p "$last"; : >"$last/ledger.jar" ;;
                *wait*) trap 'echo asked to end; exit 143' TERM; echo waiting; while :; do sleep 0.05; done ;;
                *) printf '%s' "$0"; printf ' <%s>' "$@"; echo; exit 3 ;;
            esac
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo "$JAVA_HOME" >>builds
            sleep 0.5
            if [ -e broken ]; then echo '[ERROR] cannot find symbol'; exit 1; fi
            mkdir -p ledger-api/target
            : >ledger-api/target/ledger.jar
            """;

    @TempDir private Path checkout;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(checkout.resolve("ledger-core/src/main"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("ledger-core/pom.xml"), "");
        var script = Files.readString(Path.of(System.getProperty("aidledger.root"), "ledger"));
        program(checkout.resolve("ledger"), script);
        program(checkout.resolve("maven/mvn"), MAVEN);
        jdk("jdk-25", "25.0.1");
        jdk("jdk-17", "17.0.15");
    }

    @Test
    void the_first_start_builds_and_later_ones_do_not() throws Exception {
        assertThat(run("demo").status()).isEqualTo(3);
        assertThat(run("demo").status()).isEqualTo(3);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_source_newer_than_the_program_is_built_in() throws Exception {
        run("demo");
        var source = Files.writeString(checkout.resolve("ledger-core/src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
        run("demo");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void two_starts_at_once_build_once() throws Exception {
        var one = start(Map.of(), "demo");
        var other = start(Map.of(), "demo");
        assertThat(end(one).status()).isEqualTo(3);
        assertThat(end(other).status()).isEqualTo(3);
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_lock_left_by_a_killed_build_is_no_obstacle() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(checkout.resolve("target"));
        Files.createSymbolicLink(checkout.resolve("target/build.lock"), Path.of(Long.toString(dead.pid())));
        assertThat(run("demo").status()).isEqualTo(3);
    }

    @Test
    void arguments_arrive_as_they_are_and_the_exit_code_comes_back() throws Exception {
        var outcome = run("import", "a file.xml", "");
        assertThat(outcome.output()).contains("jdk-25/bin/java").contains(" <import> <a file.xml> <>")
                .contains("-Xmx512m");
        assertThat(outcome.status()).isEqualTo(3);
    }

    @Test
    void options_of_the_virtual_machine_are_added_last() throws Exception {
        var outcome = end(start(Map.of("LEDGER_JAVA_OPTS", "-Xmx2g -Da=b"), "demo"));
        assertThat(outcome.output()).containsSubsequence("<-Xmx512m>", "<-Xmx2g> <-Da=b> <-jar>");
    }

    @Test
    void an_older_JDK_in_JAVA_HOME_is_passed_over() throws Exception {
        var outcome = end(start(Map.of("JAVA_HOME", checkout.resolve("jdk-17").toString()), "demo"));
        assertThat(outcome.output()).contains("jdk-25/bin/java");
    }

    /** Which one depends on the machine: the folders of the system come before those of its user. */
    @Test
    void with_an_older_Java_on_the_path_a_JDK_in_the_usual_folders_is_found() throws Exception {
        Path home = checkout.resolve("home");
        Files.createDirectories(home.resolve(".jdks"));
        Files.move(checkout.resolve("jdk-25"), home.resolve(".jdks/jdk-25"));

        var outcome = end(start(Map.of("JAVA_HOME", "", "HOME", home.toString(), "PATH", checkout.resolve("maven") + ":"
                + checkout.resolve("jdk-17/bin") + ":/usr/bin:/bin"), "demo"));

        assertThat(outcome.output()).doesNotContain("needs a JDK");
        String built = Files.readString(checkout.resolve("builds")).strip();
        assertThat(Files.readString(Path.of(built, "release"))).containsPattern("JAVA_VERSION=\"(2[5-9]|[3-9]\\d)");
    }

    @Test
    void a_missing_Maven_is_named_with_the_way_to_install_it() throws Exception {
        Files.delete(checkout.resolve("maven/mvn"));
        var outcome = end(start(Map.of("PATH", toolsOnly().toString()), "demo"));
        assertThat(outcome.output()).contains("Maven").contains("apt-get install maven");
        assertThat(outcome.status()).isEqualTo(70);
    }

    @Test
    void a_build_that_fails_says_why_and_runs_nothing() throws Exception {
        Files.writeString(checkout.resolve("broken"), "");
        var outcome = run("demo");
        assertThat(outcome.output()).contains("[ERROR] cannot find symbol").contains("build.log");
        assertThat(outcome.status()).isEqualTo(70);
        assertThat(checkout.resolve("target/build.lock")).doesNotExist();
    }

    @Test
    void a_signal_reaches_the_program() throws Exception {
        run("demo");
        var process = start(Map.of(), "wait");
        assertThat(process.inputReader().readLine()).isEqualTo("waiting");
        // Through the handle, which leaves the streams open.
        process.toHandle().destroy();
        assertThat(end(process)).isEqualTo(new Outcome(143, "asked to end\n"));
    }

    private record Outcome(int status, String output) {
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return end(start(Map.of(), arguments));
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        var builder = new ProcessBuilder(checkout.resolve("ledger").toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("LEDGER_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk-25").toString());
        builder.environment().put("PATH", checkout.resolve("maven") + ":" + checkout.resolve("jdk-25/bin") + ":"
                + System.getenv("PATH"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Outcome end(Process process) throws IOException, InterruptedException {
        var output = process.inputReader().readAllAsString();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }

    private int builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }

    private void jdk(String name, String version) throws IOException {
        program(checkout.resolve(name).resolve("bin/java"), JAVA);
        program(checkout.resolve(name).resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(checkout.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    /** A folder with the programs that the script itself needs, and no Maven. */
    private Path toolsOnly() throws IOException {
        var tools = checkout.resolve("tools");
        for (var tool : List.of("dirname", "readlink", "sed", "find", "head")) {
            program(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin\nexec " + tool + " \"$@\"\n");
        }
        return tools;
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
