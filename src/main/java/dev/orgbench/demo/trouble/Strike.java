package dev.orgbench.demo.trouble;

import dev.orgbench.demo.wire.ApiError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request.
 *
 * @param rules the names of the rules that struck, in order; empty if nothing does
 */
public record Strike(
        List<String> rules, Duration delay, Mishap.@Nullable Refusal refusal, Mishap.@Nullable CutOff cutOff) {
    /** Nothing goes wrong. */
    public static final Strike NONE = new Strike(List.of(), Duration.ZERO, null, null);

    /** Waits where the org is to be slow; to be called once the request is let in. */
    public void pause() {
        if (delay.isZero()) {
            return;
        }
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            // The org is closing: then the answer may as well come at once.
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Lets the request pass, or not.
     *
     * @throws ApiError if it is to be refused, in the refusal's words and after its delay
     */
    public void refuse(String path) throws ApiError {
        if (refusal == null) {
            return;
        }
        pause();
        String last = path.substring(path.lastIndexOf('/') + 1);
        ApiError error = new ApiError(
                refusal.status(), refusal.errorCode(), refusal.message().replace("{record}", last));
        throw refusal.retryAfterSeconds() > 0
                ? error.with("Retry-After", String.valueOf(refusal.retryAfterSeconds()))
                : error;
    }

    /** How much of a body of {@code length} bytes arrives, if it is to be cut. */
    public Optional<Integer> keptBytes(int length) {
        if (cutOff == null) {
            return Optional.empty();
        }
        int wanted = cutOff.afterBytes() == Mishap.CutOff.HALF ? length / 2 : cutOff.afterBytes();
        return Optional.of(Math.clamp(wanted, 0, Math.max(0, length - 1)));
    }
}
