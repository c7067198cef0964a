package dev.orgbench.connect.merge;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Replaces a file in one step, so that no reader ever sees half of it, and keeps the old one beside it. */
final class FileReplacement {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private FileReplacement() {}

    /** Writes {@code text}; gives the backup, or empty if there was no file before. */
    static Optional<Path> write(Path file, String text, Clock clock) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is no file");
        }
        Files.createDirectories(folder);
        boolean exists = Files.exists(file);
        if (exists && !mayBeWritten(file)) {
            // Moving another file into its place would get round that, and not be what its owner wants.
            throw new AccessDeniedException(file.toString(), null, "it is read-only");
        }
        Optional<Path> backup = exists ? Optional.of(backUp(file, clock)) : Optional.empty();
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new");
        try {
            permit(fresh, exists ? permissions(file) : Optional.of(OWNER_ONLY));
            Files.writeString(fresh, text);
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return backup;
    }

    private static Path backUp(Path file, Clock clock) throws IOException {
        String stem = file.getFileName() + ".before-orgbench-"
                + LocalDateTime.now(clock).format(STAMP);
        Path backup = file.resolveSibling(stem);
        for (int more = 2; Files.exists(backup); more++) {
            backup = file.resolveSibling(stem + "-" + more);
        }
        return Files.copy(file, backup, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean mayBeWritten(Path file) throws IOException {
        return Files.isWritable(file)
                && permissions(file)
                        .map(all -> all.stream().anyMatch(each -> each.name().endsWith("_WRITE")))
                        .orElse(true);
    }

    private static Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null
                ? Optional.empty()
                : Optional.of(view.readAttributes().permissions());
    }

    private static void permit(Path file, Optional<Set<PosixFilePermission>> permissions) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && permissions.isPresent()) {
            view.setPermissions(permissions.get());
        }
    }
}
