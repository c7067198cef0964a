package dev.orgbench.trace.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.orgbench.trace.SecretMask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A body, masked. */
record Body(String text) {
    private static final JsonFactory JSON = new JsonFactory();

    static Body masked(String text) {
        return new Body(SecretMask.body(text));
    }

    int bytes() {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Writes it as JSON if it is a whole JSON value, else as a text. Its numbers keep every digit. */
    void write(JsonGenerator json, String name) throws IOException {
        json.writeFieldName(name);
        if (isJson()) {
            json.writeRawValue(text);
        } else {
            json.writeString(text);
        }
    }

    private boolean isJson() throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            // A body that was cut, HTML, a form: written as the text that it is.
            return false;
        }
    }
}
