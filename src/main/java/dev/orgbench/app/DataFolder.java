package dev.orgbench.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;

/** Where a platform keeps an application's data, and how the folder is made. */
public final class DataFolder {
    private DataFolder() {}

    /** The folder for this user on this machine. */
    public static Path standard() {
        return standard(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv());
    }

    /**
     * Makes the folder if it is not there, for its owner's eyes alone: the demo org's file holds a session.
     *
     * @throws IOException in words for a person
     */
    static void make(Path folder) throws IOException {
        try {
            if (Files.isDirectory(folder)) {
                return;
            }
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] ownerOnly = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createDirectories(folder, ownerOnly);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(e.getFile() + " is a file, not a folder", e);
        } catch (FileSystemException e) {
            throw new IOException(words(e), e);
        }
    }

    /** What a file system refused, in words for a person: its own message is often the file's name alone. */
    static String words(FileSystemException refused) {
        if (refused instanceof AccessDeniedException) {
            return refused.getFile() + " may not be written by you. Choose another folder with --data";
        }
        String reason = refused.getReason() == null ? "" : " (" + refused.getReason() + ")";
        return refused.getFile() + " cannot be made" + reason + ". Choose another folder with --data";
    }

    static Path standard(String os, Path home, Map<String, String> environment) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/Orgbench");
        }
        if (system.contains("windows")) {
            String roaming = environment.get("APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Orgbench");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        // The XDG specification: a relative path there is to be ignored.
        boolean usable = xdg != null && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(String.valueOf(xdg)) : home.resolve(".local/share")).resolve("orgbench");
    }
}
