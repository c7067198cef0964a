package dev.orgbench.demo.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices that wait until a person lets them in (RFC 8628): each for ten minutes, asking every five seconds. */
final class DeviceCodes {
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int CODE_BYTES = 32;
    private static final int USER_CODE_LETTERS = 8;
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Waiting> byDeviceCode = new HashMap<>();
    private final Clock clock;

    DeviceCodes(Clock clock) {
        this.clock = clock;
    }

    /** What the device is told: its own secret, and what the person types. */
    record Pair(String deviceCode, String userCode) {}

    /** What a device that asks learns. */
    sealed interface State {
        record Pending() implements State {}

        record TooOften() implements State {}

        record Denied() implements State {}

        record Unknown() implements State {}

        record Allowed(String userId) implements State {}
    }

    private static final class Waiting {
        private final String userCode;
        private final Instant begun;
        private @Nullable Instant asked;
        private @Nullable State decided;

        Waiting(String userCode, Instant begun) {
            this.userCode = userCode;
            this.begun = begun;
        }
    }

    synchronized Pair begin() {
        Instant now = clock.instant();
        byDeviceCode.values().removeIf(waiting -> isOver(waiting, now));
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String deviceCode = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        StringBuilder userCode = new StringBuilder();
        for (int i = 0; i < USER_CODE_LETTERS; i++) {
            userCode.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        byDeviceCode.put(deviceCode, new Waiting(userCode.toString(), now));
        return new Pair(deviceCode, userCode.toString());
    }

    /** The device asks; once it was answered yes or no, its code is used up. */
    synchronized State ask(String deviceCode) {
        Instant now = clock.instant();
        Waiting waiting = byDeviceCode.get(deviceCode);
        if (waiting == null || isOver(waiting, now)) {
            return new State.Unknown();
        }
        if (waiting.decided != null) {
            byDeviceCode.remove(deviceCode);
            return waiting.decided;
        }
        boolean tooOften = waiting.asked != null && now.isBefore(waiting.asked.plus(INTERVAL));
        waiting.asked = now;
        return tooOften ? new State.TooOften() : new State.Pending();
    }

    /** The person decides; tells whether there is such a code. */
    synchronized boolean decide(String userCode, State decision) {
        String wanted = userCode.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Instant now = clock.instant();
        Optional<Waiting> found = byDeviceCode.values().stream()
                .filter(waiting -> waiting.userCode.equals(wanted) && !isOver(waiting, now))
                .findFirst();
        found.ifPresent(waiting -> waiting.decided = decision);
        return found.isPresent();
    }

    private static boolean isOver(Waiting waiting, Instant now) {
        return !now.isBefore(waiting.begun.plus(LIFE));
    }
}
