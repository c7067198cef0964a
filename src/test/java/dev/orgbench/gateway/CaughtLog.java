package dev.orgbench.gateway;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is logged at the levels that the log file has, until it is closed. */
final class CaughtLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Map<Logger, Level> loggers = Map.of(
            (Logger) LoggerFactory.getLogger("dev.orgbench"),
            Level.INFO,
            (Logger) LoggerFactory.getLogger("org.eclipse.jetty"),
            Level.WARN);

    private final List<String> lines = new CopyOnWriteArrayList<>();

    CaughtLog() {
        start();
        loggers.forEach((logger, level) -> {
            logger.setLevel(level);
            logger.setAdditive(false);
            logger.addAppender(this);
        });
    }

    /** Messages, each with those of its causes. */
    List<String> lines() {
        return lines;
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder words = new StringBuilder(event.getFormattedMessage());
        for (@Nullable IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            words.append('\n').append(cause.getMessage());
        }
        lines.add(words.toString());
    }

    @Override
    public void close() {
        loggers.keySet().forEach(logger -> {
            logger.detachAppender(this);
            logger.setAdditive(true);
            logger.setLevel(null);
        });
        stop();
    }
}
