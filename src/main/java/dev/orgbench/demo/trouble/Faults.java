package dev.orgbench.demo.trouble;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.DemoFault;
import dev.orgbench.demo.api.ApiRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What goes wrong on purpose just now. */
public final class Faults {
    private static final Duration SLOWNESS = Duration.ofSeconds(5);

    private final Set<DemoFault> on = ConcurrentHashMap.newKeySet();
    private final Duration slowness;

    public Faults() {
        this(SLOWNESS);
    }

    Faults(Duration slowness) {
        this.slowness = slowness;
    }

    public void set(DemoFault fault, boolean wanted) {
        if (wanted) {
            on.add(fault);
        } else {
            on.remove(fault);
        }
    }

    public boolean has(DemoFault fault) {
        return on.contains(fault);
    }

    /**
     * Lets a request of the data API pass, or not. Waits where the org is to be slow.
     *
     * @throws ApiError in Salesforce's words (REST API Developer Guide, "Status Codes and Error Responses")
     */
    public void check(ApiRequest request) throws ApiError {
        if (has(DemoFault.SLOW)) {
            pause();
        }
        if (has(DemoFault.REQUEST_LIMIT)) {
            throw new ApiError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        }
        if (has(DemoFault.ROW_LOCK) && writes(request)) {
            throw new ApiError(
                    400,
                    "UNABLE_TO_LOCK_ROW",
                    "unable to obtain exclusive access to this record or 1 records: " + lastSegment(request.path()));
        }
    }

    private void pause() {
        try {
            Thread.sleep(slowness);
        } catch (InterruptedException e) {
            // The org is closing: then the answer may as well come at once.
            Thread.currentThread().interrupt();
        }
    }

    private static boolean writes(ApiRequest request) {
        String path = request.path();
        return !request.method().equals("GET")
                && !request.method().equals("HEAD")
                && (path.contains("/sobjects/") || path.contains("/composite"));
    }

    private static String lastSegment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
