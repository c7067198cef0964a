package dev.orgbench.trace.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.trace.SecretMask;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/). Each message is a page: in a viewer the exchanges
 * that followed stand under it. Members of our own begin with an underscore, as the specification has it.
 */
final class HarEntries implements EntryWriter {
    private final JsonGenerator json;
    private final HarRequest requests;
    private final String mcpUrl;
    private final List<Page> pages = new ArrayList<>();

    HarEntries(JsonGenerator json, String version, URI gateway) throws IOException {
        this.json = json;
        this.requests = new HarRequest(json);
        this.mcpUrl = gateway.getScheme() + "://" + gateway.getRawAuthority() + "/mcp/" + SecretMask.MASK;
        json.writeStartObject();
        json.writeObjectFieldStart("log");
        json.writeStringField("version", "1.2");
        json.writeObjectFieldStart("creator");
        json.writeStringField("name", "Orgbench");
        json.writeStringField("version", version);
        json.writeEndObject();
        json.writeArrayFieldStart("entries");
    }

    private record Page(String id, Instant started, String title, double millis) {}

    @Override
    public void write(ExportEntry entry) throws IOException {
        Message message = entry.message();
        @Nullable String page = null;
        if (message != null) {
            Message.Result result = message.result();
            page = "message_" + message.id();
            pages.add(new Page(
                    page, message.started(), message.title(), result == null ? -1 : JsonEntries.millis(result.took())));
            write(message, page);
        }
        for (Exchange exchange : entry.exchanges()) {
            start(exchange.started(), JsonEntries.millis(exchange.took()), page);
            requests.write(HarRequest.Side.of(exchange));
            json.writeStringField("_cause", exchange.cause().name());
            if (exchange.failure() != null) {
                json.writeStringField("_error", SecretMask.text(exchange.failure()));
            }
            json.writeEndObject();
        }
    }

    /** The pages come last, as nobody knows them before the entries are written. */
    @Override
    public void close() throws IOException {
        if (!json.getOutputContext().inArray()) {
            return;
        }
        json.writeEndArray();
        json.writeArrayFieldStart("pages");
        for (Page page : pages) {
            json.writeStartObject();
            json.writeStringField("startedDateTime", page.started().toString());
            json.writeStringField("id", page.id());
            json.writeStringField("title", page.title());
            json.writeObjectFieldStart("pageTimings");
            json.writeNumberField("onLoad", page.millis());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Message message, String page) throws IOException {
        Message.Result result = message.result();
        start(message.started(), result == null ? 0 : JsonEntries.millis(result.took()), page);
        requests.write(HarRequest.Side.of(message, mcpUrl));
        json.writeStringField("_server", message.server());
        json.writeStringField("_client", message.client());
        json.writeStringField("_method", message.method());
        if (result != null && result.failure() != null) {
            json.writeStringField("_failure", SecretMask.text(result.failure()));
        }
        json.writeEndObject();
    }

    private void start(Instant started, double millis, @Nullable String page) throws IOException {
        json.writeStartObject();
        if (page != null) {
            json.writeStringField("pageref", page);
        }
        json.writeStringField("startedDateTime", started.toString());
        json.writeNumberField("time", millis);
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        json.writeObjectFieldStart("timings");
        json.writeNumberField("send", 0);
        json.writeNumberField("wait", millis);
        json.writeNumberField("receive", 0);
        json.writeEndObject();
    }
}
