package dev.orgbench.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One Orgbench at a time in one data folder. The operating system drops the lock with the process, so a kill leaves
 * nothing to clean up. The holder's process id stands in {@code orgbench.pid}.
 */
final class DataLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path holder;

    private DataLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    static DataLock take(Path folder) throws IOException, AlreadyRunningException {
        FileChannel channel =
                FileChannel.open(folder.resolve("orgbench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Path holder = folder.resolve("orgbench.pid");
        if (!locks(channel)) {
            channel.close();
            throw new AlreadyRunningException(folder, pid(holder));
        }
        Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
        return new DataLock(channel, holder);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(holder);
        channel.close();
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static long pid(Path holder) throws IOException {
        String text = Files.exists(holder) ? Files.readString(holder).strip() : "";
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
