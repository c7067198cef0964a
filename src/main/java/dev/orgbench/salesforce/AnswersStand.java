package dev.orgbench.salesforce;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from sending a request again by itself: it does so for 408, and for 503 with {@code Retry-After: 0}.
 * Whether to try again is for the caller to decide. The org's own Retry-After is kept under another name.
 */
final class AnswersStand implements Interceptor {
    private static final String RETRY_AFTER = "Retry-After";
    private static final String KEPT = "Orgbench-Retry-After";

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() != 408 && response.code() != 503) {
            return response;
        }
        Response.Builder answer = response.newBuilder();
        String retryAfter = response.header(RETRY_AFTER);
        if (retryAfter != null) {
            answer.header(KEPT, retryAfter);
        }
        return answer.header(RETRY_AFTER, "86400").build();
    }

    /** The headers as the org sent them. */
    static Headers original(int status, Headers headers) {
        if (status != 408 && status != 503) {
            return headers;
        }
        @Nullable String retryAfter = headers.get(KEPT);
        Headers.Builder original = headers.newBuilder().removeAll(RETRY_AFTER).removeAll(KEPT);
        return retryAfter == null
                ? original.build()
                : original.add(RETRY_AFTER, retryAfter).build();
    }
}
