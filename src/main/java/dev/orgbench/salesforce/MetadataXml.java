package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Metadata as the Tooling API has it in JSON, written as the Metadata API wants it: a key an element, a list repeated ones. */
final class MetadataXml {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** XML 1.0 section 2.2: no other character may stand in a document, not even escaped. */
    private static final Pattern NO_XML =
            Pattern.compile("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private MetadataXml() {}

    /** What of {@code metadata} XML cannot carry: a dotted path to it. */
    static Optional<String> unfit(ObjectNode metadata) {
        return unfit(metadata, "");
    }

    private static Optional<String> unfit(JsonNode node, String path) {
        if (node.isTextual() && NO_XML.matcher(node.asText()).find()) {
            return Optional.of(path);
        }
        for (var each : node.properties()) {
            String at = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
            Optional<String> found =
                    KEY.matcher(each.getKey()).matches() ? unfit(each.getValue(), at) : Optional.of(at);
            if (found.isPresent()) {
                return found;
            }
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                Optional<String> found = unfit(item, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Writes what a metadata object holds; null is as good as left out. */
    static void write(XMLStreamWriter out, ObjectNode metadata) throws XMLStreamException {
        for (var each : metadata.properties()) {
            write(out, each.getKey(), each.getValue());
        }
    }

    private static void write(XMLStreamWriter out, String key, JsonNode value) throws XMLStreamException {
        if (value.isNull()) {
            return;
        }
        if (value.isArray()) {
            for (JsonNode item : value) {
                write(out, key, item);
            }
            return;
        }
        out.writeStartElement(key);
        if (value instanceof ObjectNode object) {
            write(out, object);
        } else {
            out.writeCharacters(value.asText());
        }
        out.writeEndElement();
    }
}
