package dev.orgbench.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Sends the log to {@code orgbench.log} in the data folder: three files of 5 MB at most. Found by Logback itself, as a
 * service; in code, because Logback's XML takes a tenth of the start-up time.
 */
public final class LogFile extends ContextAwareBase implements Configurator {
    private static final String PROPERTY = "orgbench.log";
    private static final int OLDER_FILES = 2;

    /** Chooses the folder. Must come before the first logger is made. */
    public static void in(Path folder) {
        System.setProperty(PROPERTY, folder.resolve("orgbench.log").toString());
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        String file = System.getProperty(PROPERTY);
        if (file == null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        try {
            // Or Logback makes it, open to everybody.
            Path folder = Path.of(file).getParent();
            if (folder != null) {
                DataFolder.make(folder);
            }
        } catch (IOException e) {
            // The start needs the folder too, and tells the person.
            addWarn("The data folder cannot be made", e);
        }
        // Logback would tell its own troubles on standard output, whose first line is for programs.
        context.getStatusManager().add(new NopStatusListener());
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder(context));
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLDER_FILES);
        appender.setRollingPolicy(rolling);
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("5MB"));
        appender.setTriggeringPolicy(size);
        rolling.start();
        size.start();
        appender.start();

        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %logger{20} [%thread] %msg%n");
        encoder.start();
        return encoder;
    }
}
