package dev.orgbench.trace.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.SecretMask;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Our own form: what the Traffic screen shows, in its words. */
final class JsonEntries implements EntryWriter {
    private final JsonGenerator json;

    JsonEntries(JsonGenerator json, String version) throws IOException {
        this.json = json;
        json.writeStartObject();
        json.writeStringField("format", "orgbench-traffic");
        json.writeNumberField("format_version", 1);
        json.writeStringField("made_by", "Orgbench " + version);
        json.writeArrayFieldStart("entries");
    }

    @Override
    public void write(ExportEntry entry) throws IOException {
        json.writeStartObject();
        Message message = entry.message();
        if (message != null) {
            write(message);
        }
        json.writeArrayFieldStart("exchanges");
        for (Exchange exchange : entry.exchanges()) {
            write(exchange);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        if (json.getOutputContext().inArray()) {
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void write(Message message) throws IOException {
        json.writeObjectFieldStart("message");
        json.writeNumberField("id", message.id());
        json.writeStringField("started", message.started().toString());
        json.writeStringField("org", message.orgId());
        json.writeStringField("server", message.server());
        json.writeStringField("client", message.client());
        json.writeStringField("method", message.method());
        json.writeStringField("tool", message.tool());
        headers("request_headers", message.headers());
        Body.masked(message.request()).write(json, "request");
        Message.Result result = message.result();
        if (result != null) {
            json.writeObjectFieldStart("result");
            json.writeBooleanField("ok", result.failure() == null);
            if (result.failure() != null) {
                json.writeStringField("failure", SecretMask.text(result.failure()));
            }
            json.writeStringField("summary", result.summary());
            json.writeNumberField("http_status", result.httpStatus());
            json.writeNumberField("took_ms", millis(result.took()));
            headers("response_headers", result.headers());
            Body.masked(result.body()).write(json, "response");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void write(Exchange exchange) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", exchange.id());
        json.writeStringField("started", exchange.started().toString());
        json.writeNumberField("took_ms", millis(exchange.took()));
        json.writeStringField("org", exchange.org());
        json.writeStringField("cause", exchange.cause().name());
        json.writeStringField("method", exchange.method());
        json.writeStringField("url", SecretMask.url(exchange.url()));
        headers("request_headers", exchange.requestHeaders());
        Body.masked(exchange.requestBody()).write(json, "request_body");
        json.writeNumberField("status", exchange.status());
        headers("response_headers", exchange.responseHeaders());
        Body.masked(exchange.responseBody()).write(json, "response_body");
        if (exchange.failure() != null) {
            json.writeStringField("failure", SecretMask.text(exchange.failure()));
        }
        json.writeEndObject();
    }

    private void headers(String name, List<Exchange.Header> headers) throws IOException {
        json.writeArrayFieldStart(name);
        for (Exchange.Header header : headers) {
            json.writeString(header.name() + ": "
                    + SecretMask.header(header.name(), header.value()).value());
        }
        json.writeEndArray();
    }

    static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }
}
