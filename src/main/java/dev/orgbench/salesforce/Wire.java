package dev.orgbench.salesforce;

import dev.orgbench.trace.Cause;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Recording;
import dev.orgbench.trace.SecretMask;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends one HTTP request, waits for the whole answer, and records both without their secrets. */
final class Wire {
    private static final int RECORDED_CHARS = 256 * 1024;
    private static final long LONGEST_ANSWER = 64L * 1024 * 1024;

    private final OkHttpClient reads;
    private final OkHttpClient writes;
    private final Clock clock;
    private final Failures failures;

    /** @param http how long to wait is its own choice, see {@link Timeouts#of} */
    Wire(OkHttpClient http, Clock clock, Failures failures) {
        Timeouts timeouts = Timeouts.of(http);
        // OkHttp's own dispatcher lets five calls to one host through at a time; the org's limits are not ours to
        // guess.
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        this.reads = http.newBuilder()
                .dispatcher(dispatcher)
                .connectTimeout(timeouts.connect())
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(timeouts.call())
                .followRedirects(false)
                .retryOnConnectionFailure(true)
                .addNetworkInterceptor(new AnswersStand())
                .build();
        // A pooled connection that died unnoticed may be replaced for a read. A write is never sent twice.
        this.writes = reads.newBuilder().retryOnConnectionFailure(false).build();
        this.clock = clock;
        this.failures = failures;
    }

    /** How long to wait, for a connection and for a whole call. */
    record Timeouts(Duration connect, Duration call) {
        private static final Duration USUAL_CALL = Duration.ofMinutes(2);

        /** Those of the client; two minutes where it sets a call no limit, since nothing may wait for ever. */
        static Timeouts of(OkHttpClient http) {
            Duration call = Duration.ofMillis(http.callTimeoutMillis());
            return new Timeouts(Duration.ofMillis(http.connectTimeoutMillis()), call.isZero() ? USUAL_CALL : call);
        }
    }

    /** A whole answer, and the headers that were sent for it, OkHttp's own among them. */
    record Answer(int status, Headers headers, String body, Headers sent) {}

    /** A body to send; {@code signIn} bodies and their answers are full of secrets. */
    record Outgoing(String text, String contentType, boolean signIn) {
        static final Outgoing NONE = new Outgoing("", "", false);

        @Override
        public String toString() {
            return "Outgoing[" + contentType + "]";
        }
    }

    Answer send(Request.Builder target, String method, Outgoing outgoing, Recording recording)
            throws SalesforceException {
        Request request = target.header("User-Agent", "Orgbench")
                .method(method, body(method, outgoing))
                .build();
        // Asking for a session does nothing that anyone would have to look for before the call is made again.
        String matters = outgoing.signIn() ? "GET" : method;
        Instant started = clock.instant();
        long from = System.nanoTime();
        try {
            Answer answer = await((method.equals("GET") ? reads : writes).newCall(request));
            recording.record(exchange(recording, started, from, request, outgoing, answer, null));
            return answer;
        } catch (IOException failure) {
            SalesforceException told = failures.noAnswer(failure, matters);
            recording.record(exchange(recording, started, from, request, outgoing, null, told.text()));
            throw told;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            SalesforceException told = failures.cancelled(matters);
            recording.record(exchange(recording, started, from, request, outgoing, null, told.text()));
            throw told;
        }
    }

    private static @Nullable RequestBody body(String method, Outgoing outgoing) {
        if (method.equals("GET") || (method.equals("DELETE") && outgoing.text().isEmpty())) {
            return null;
        }
        // Made from bytes: OkHttp would add a charset to the content type of a text.
        return RequestBody.create(
                outgoing.text().getBytes(StandardCharsets.UTF_8), MediaType.parse(outgoing.contentType()));
    }

    private static Answer await(Call call) throws IOException, InterruptedException {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException failure) {
                answer.completeExceptionally(failure);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    answer.complete(read(response));
                } catch (IOException | RuntimeException | Error failure) {
                    // Also where memory runs out: whoever waits would wait for ever.
                    answer.completeExceptionally(failure);
                }
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException interrupted) {
            call.cancel();
            throw interrupted;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof InterruptedIOException timeout) {
                throw timeout;
            }
            throw failed.getCause() instanceof IOException io ? io : new IOException(failed.getCause());
        }
    }

    private static Answer read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LONGEST_ANSWER + 1)) {
            throw new IOException("the answer is longer than 64 MB");
        }
        Headers headers = AnswersStand.original(response.code(), response.headers());
        Response raw = response.networkResponse();
        return new Answer(
                response.code(),
                headers,
                source.readString(StandardCharsets.UTF_8),
                (raw == null ? response : raw).request().headers());
    }

    private Exchange exchange(
            Recording recording,
            Instant started,
            long from,
            Request request,
            Outgoing outgoing,
            @Nullable Answer answer,
            @Nullable String failure) {
        return new Exchange(
                0,
                recording.messageId(),
                failures.orgName(),
                Cause.UNKNOWN,
                started,
                Duration.ofNanos(System.nanoTime() - from),
                request.method(),
                SecretMask.url(request.url().toString()),
                headers(answer == null ? request.headers() : answer.sent()),
                recorded(outgoing.text(), outgoing.signIn()),
                answer == null ? 0 : answer.status(),
                answer == null ? List.of() : headers(answer.headers()),
                answer == null ? "" : recorded(answer.body(), outgoing.signIn()),
                failure);
    }

    private static List<Exchange.Header> headers(Headers headers) {
        return IntStream.range(0, headers.size())
                .mapToObj(i -> SecretMask.header(headers.name(i), headers.value(i)))
                .toList();
    }

    private static String recorded(String body, boolean signIn) {
        boolean cut = body.length() > RECORDED_CHARS;
        String kept = cut ? body.substring(0, RECORDED_CHARS) : body;
        String masked = signIn ? SecretMask.signInBody(kept) : SecretMask.body(kept);
        return cut ? masked + "\n… cut here; the whole body has " + body.length() + " characters" : masked;
    }
}
