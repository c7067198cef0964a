package dev.orgbench.trace.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.SecretMask;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The {@code request} and {@code response} members of a HAR entry. */
final class HarRequest {
    private static final String JSON_TYPE = "application/json";

    private final JsonGenerator json;

    HarRequest(JsonGenerator json) {
        this.json = json;
    }

    /**
     * A request and its answer.
     *
     * @param status 0 if none came
     */
    record Side(
            String method,
            String url,
            List<Exchange.Header> headers,
            String body,
            int status,
            List<Exchange.Header> answerHeaders,
            String answer) {

        static Side of(Exchange exchange) {
            return new Side(
                    exchange.method(),
                    exchange.url(),
                    exchange.requestHeaders(),
                    exchange.requestBody(),
                    exchange.status(),
                    exchange.responseHeaders(),
                    exchange.responseBody());
        }

        static Side of(Message message, String url) {
            Message.Result result = message.result();
            return new Side(
                    "POST",
                    url,
                    typed(message.headers()),
                    message.request(),
                    result == null ? 0 : result.httpStatus(),
                    typed(result == null ? List.of() : result.headers()),
                    result == null ? "" : result.body());
        }

        /** What every MCP message has, also where the trace does not have it. */
        private static List<Exchange.Header> typed(List<Exchange.Header> headers) {
            if (headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("Content-Type"))) {
                return headers;
            }
            List<Exchange.Header> all = new ArrayList<>(headers);
            all.add(new Exchange.Header("Content-Type", JSON_TYPE));
            return all;
        }
    }

    void write(Side side) throws IOException {
        String url = SecretMask.url(side.url());
        Body sent = Body.masked(side.body());
        json.writeObjectFieldStart("request");
        json.writeStringField("method", side.method());
        json.writeStringField("url", ascii(url));
        json.writeStringField("httpVersion", "HTTP/1.1");
        none("cookies");
        headers(side.headers());
        query(url);
        if (!sent.text().isEmpty()) {
            json.writeObjectFieldStart("postData");
            json.writeStringField("mimeType", type(side.headers(), JSON_TYPE));
            none("params");
            json.writeStringField("text", sent.text());
            json.writeEndObject();
        }
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", sent.bytes());
        json.writeEndObject();
        Body answered = Body.masked(side.answer());
        json.writeObjectFieldStart("response");
        json.writeNumberField("status", side.status());
        json.writeStringField("statusText", "");
        json.writeStringField("httpVersion", "HTTP/1.1");
        none("cookies");
        headers(side.answerHeaders());
        json.writeObjectFieldStart("content");
        json.writeNumberField("size", answered.bytes());
        json.writeStringField("mimeType", type(side.answerHeaders(), "x-unknown"));
        json.writeStringField("text", answered.text());
        json.writeEndObject();
        json.writeStringField("redirectURL", "");
        json.writeNumberField("headersSize", -1);
        json.writeNumberField("bodySize", answered.bytes());
        json.writeEndObject();
    }

    private void none(String name) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeEndArray();
    }

    private void headers(List<Exchange.Header> headers) throws IOException {
        json.writeArrayFieldStart("headers");
        for (Exchange.Header header : headers) {
            pair(header.name(), SecretMask.header(header.name(), header.value()).value());
        }
        json.writeEndArray();
    }

    private void query(String url) throws IOException {
        json.writeArrayFieldStart("queryString");
        int from = url.indexOf('?');
        if (from >= 0) {
            for (String part : url.substring(from + 1).split("&", -1)) {
                int equals = part.indexOf('=');
                pair(
                        decoded(equals < 0 ? part : part.substring(0, equals)),
                        equals < 0 ? "" : decoded(part.substring(equals + 1)));
            }
        }
        json.writeEndArray();
    }

    private void pair(String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray percent sign: told as it was sent.
            return text;
        }
    }

    private static String type(List<Exchange.Header> headers, String otherwise) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Exchange.Header::value)
                .findFirst()
                .orElse(otherwise);
    }

    /** Readers of HAR check that a URL is one; the sign that masks a secret is not allowed in it as it stands. */
    private static String ascii(String url) {
        StringBuilder ascii = new StringBuilder();
        for (byte next : url.getBytes(StandardCharsets.UTF_8)) {
            if (next > ' ') {
                ascii.append((char) next);
            } else {
                ascii.append(String.format(Locale.ROOT, "%%%02X", next & 0xFF));
            }
        }
        return ascii.toString();
    }
}
