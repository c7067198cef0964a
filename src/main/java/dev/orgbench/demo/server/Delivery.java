package dev.orgbench.demo.server;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Answer.JsonBody;
import dev.orgbench.demo.api.Answer.StreamBody;
import dev.orgbench.demo.trouble.Strike;
import dev.orgbench.demo.wire.Json;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Answers on their way to the client: indented or compressed as it wishes, or cut off on purpose. */
final class Delivery {
    private static final String JSON = "application/json;charset=UTF-8";
    private static final Set<String> YES = Set.of("1", "true");

    /** Below this, compressing makes answers longer. */
    private static final int SHORT = 200;

    private Delivery() {}

    static void send(HttpRequest request, HttpResponse response, Answer answer, Strike strike) throws IOException {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        switch (answer.body()) {
            case null -> whole(response, "", new byte[0], strike);
            case JsonBody json -> {
                boolean indented =
                        request.header("X-PrettyPrint").filter(YES::contains).isPresent();
                byte[] body = Json.write(json.value(), indented);
                boolean packed = body.length >= SHORT && takesGzip(request);
                if (packed) {
                    pack(response, answer);
                }
                whole(response, JSON, packed ? gzip(body) : body, strike);
            }
            case StreamBody stream -> {
                if (takesGzip(request)) {
                    pack(response, answer);
                    stream(response, stream, strike, out -> {
                        try (OutputStream gzip = new Gzip(out)) {
                            stream.content().to(gzip);
                        }
                    });
                } else {
                    stream(response, stream, strike, stream.content());
                }
            }
        }
    }

    private static void whole(HttpResponse response, String contentType, byte[] body, Strike strike)
            throws IOException {
        Optional<Integer> kept = strike.keptBytes(body.length);
        if (kept.isPresent()) {
            throw response.brokenOff(contentType.isEmpty() ? JSON : contentType, body, kept.get());
        }
        if (contentType.isEmpty()) {
            response.send();
        } else {
            response.send(contentType, body);
        }
    }

    private static void stream(HttpResponse response, StreamBody body, Strike strike, Answer.Writing content)
            throws IOException {
        if (strike.cutOff() != null) {
            // Only who knows the whole can tell its middle.
            ByteArrayOutputStream held = new ByteArrayOutputStream();
            content.to(held);
            whole(response, body.contentType(), held.toByteArray(), strike);
            return;
        }
        try (OutputStream out = response.stream(body.contentType())) {
            content.to(out);
        }
    }

    /** Its headers say so: Salesforce marks the tag of a compressed answer (REST API Developer Guide, "ETag"). */
    private static void pack(HttpResponse response, Answer answer) {
        response.header("Content-Encoding", "gzip").header("Vary", "Accept-Encoding");
        String tag = answer.headers().get("ETag");
        if (tag != null && tag.endsWith("\"")) {
            response.header("ETag", tag.substring(0, tag.length() - 1) + "-gzip\"");
        }
    }

    private static boolean takesGzip(HttpRequest request) {
        return Arrays.stream(request.header("Accept-Encoding").orElse("").split(","))
                .map(coding -> coding.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(coding ->
                        coding.equals("gzip") || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream gzip = new Gzip(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    /** On one machine the processor's time is dearer than the line's. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, 8 * 1024, true);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
