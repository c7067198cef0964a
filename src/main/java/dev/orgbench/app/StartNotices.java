package dev.orgbench.app;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person should know of a start, in the order in which it came up. */
final class StartNotices {
    private static final Logger log = LoggerFactory.getLogger(StartNotices.class);

    private final List<String> notices = new ArrayList<>();

    void add(String notice) {
        log.warn(notice);
        notices.add(notice);
    }

    /** Something listens elsewhere than it was told to; 0 stood for any port. */
    void otherPort(String what, int wanted, int got, String advice) {
        if (wanted != 0 && wanted != got) {
            add(what + " listens on port " + got + ", because another program holds port " + wanted + "." + advice);
        }
    }

    List<String> all() {
        return List.copyOf(notices);
    }
}
