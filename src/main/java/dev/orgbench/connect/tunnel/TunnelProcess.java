package dev.orgbench.connect.tunnel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program that was started, and whatever it starts itself: all of it is ended by {@link #close}. */
final class TunnelProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Process process;
    private final Output output;
    private final CompletableFuture<Void> read = new CompletableFuture<>();
    private final Thread hook;
    private volatile Runnable watcher = () -> {};

    private TunnelProcess(Process process, Output output) {
        this.process = process;
        this.output = output;
        this.hook = new Thread(() -> end(process.toHandle()), "tunnel-end");
    }

    /**
     * Starts a command, which ends with this Java process at the latest. Its input is empty, so that it cannot wait for
     * an answer.
     */
    static TunnelProcess start(List<String> command, List<String> secrets) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        TunnelProcess started = new TunnelProcess(process, new Output(new OutputMask(secrets)));
        Runtime.getRuntime().addShutdownHook(started.hook);
        Thread.ofVirtual().name("tunnel-output").start(started::read);
        return started;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The last lines of its output, without secrets. */
    List<String> lastLines() {
        return output.lines();
    }

    /** All that it wrote, as far as it is kept: only to be searched. */
    String text() {
        return output.text();
    }

    /** Completed with what the group {@code url} of {@code announced} matches; not at all if nothing does. */
    CompletableFuture<String> url(Pattern announced) {
        CompletableFuture<String> url = new CompletableFuture<>();
        watcher = () -> {
            // Some programs go on to write for hours: that is not searched for what was found.
            if (!url.isDone()) {
                Matcher matcher = announced.matcher(output.text());
                if (matcher.find() && matcher.group("url") != null) {
                    url.complete(matcher.group("url"));
                }
            }
        };
        watcher.run();
        return url;
    }

    /** Waits until it has ended and its output was read. */
    boolean awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        try {
            // A grandchild may hold the output open; then what was read so far must do.
            read.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return true;
    }

    /** Completed when it has ended, by whatever cause. */
    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    @Override
    public void close() {
        end(process.toHandle());
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // Java is ending already; the hook finds nothing left to do.
        }
    }

    /** Ends a process and all that it started: politely, and two seconds later by force. */
    static void end(ProcessHandle root) {
        // The list first: children of a process that has ended belong to nobody and are not found any more.
        List<ProcessHandle> tree =
                Stream.concat(root.descendants(), Stream.of(root)).toList();
        tree.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            // Looked at again and again: of a process that is not its own child, Java learns the end only seconds
            // later.
            while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tree.forEach(ProcessHandle::destroyForcibly);
    }

    private void read() {
        try {
            output.readAll(process.getInputStream(), () -> watcher.run());
        } catch (IOException e) {
            // The process has been ended, and its output with it.
        } finally {
            read.complete(null);
        }
    }
}
