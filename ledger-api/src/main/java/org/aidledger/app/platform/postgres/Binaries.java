package org.aidledger.app.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the archive on the class path into the data folder. */
final class Binaries {

    private Binaries() {
    }

    /**
     * The folder that holds {@code bin/postgres}. It is named after the archive's checksum, so another version of the
     * ledger unpacks its own beside it.
     */
    static Path unpack(Path folder) throws IOException {
        var archive = archive();
        var connection = (JarURLConnection) archive.openConnection();
        var target = allVersions(folder).resolve("%08x".formatted(connection.getJarEntry().getCrc()));
        if (Files.isDirectory(target)) {
            return target;
        }
        var draft = target.resolveSibling(target.getFileName() + ".new");
        delete(draft);
        Files.createDirectories(draft);
        try (var tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(connection.getInputStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
        }
        return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The folder that every program of this folder's PostgreSQL runs from, whichever version it is. */
    static Path allVersions(Path folder) {
        return folder.resolve("bin");
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        var name = "/postgres-" + system + "-" + machine + ".txz";
        var archive = Binaries.class.getResource(name);
        if (archive == null) {
            throw new LocalDatabaseFailure("This build brings no PostgreSQL for " + system + " on " + machine
                    + ". Build it on this machine, or use a PostgreSQL of your own: --db URL, or LEDGER_DB_URL.");
        }
        return archive;
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive of PostgreSQL names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((entry.getMode() & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        Files.setPosixFilePermissions(path, permissions);
    }

    /** Deletes a folder and everything in it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
