package dev.orgbench.demo.soap.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.soap.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** From the REST API's records to those of SOAP. */
record RecordXml(Dialect dialect, Schema schema) {
    private static final Pattern DATE_TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");

    /** The parts of an address, which begins with those of a location, in the WSDL's order. */
    private static final List<String> PLACE = List.of(
            "latitude",
            "longitude",
            "city",
            "country",
            "countryCode",
            "geocodeAccuracy",
            "postalCode",
            "state",
            "stateCode",
            "street");

    /** A page of a query's answer: {@code done}, {@code queryLocator}, {@code records}, {@code size}. */
    List<Xml> page(JsonNode page) {
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("done", page.path("done").asBoolean()));
        String next = page.path("nextRecordsUrl").asText("");
        parts.add(Xml.of("queryLocator", next.isEmpty() ? null : next.substring(next.lastIndexOf('/') + 1)));
        page.path("records").forEach(record -> parts.add(record("records", record)));
        parts.add(Xml.of("size", page.path("totalSize").asInt()));
        return parts;
    }

    /** A record begins with what it is and its id, be that selected or not; a selected one then comes once more. */
    Xml record(String element, JsonNode record) {
        String type = record.path("attributes").path("type").asText();
        List<Xml> parts = new ArrayList<>();
        if (dialect.isPartner()) {
            parts.add(Xml.of("sf:type", type));
            parts.add(Xml.of("sf:Id", record.path("Id").textValue()));
        } else if (record.path("Id").isTextual()) {
            parts.add(Xml.of("sf:Id", record.path("Id").textValue()));
        }
        for (Map.Entry<String, JsonNode> value : record.properties()) {
            boolean twice = value.getKey().equals("Id") && !dialect.isPartner();
            if (!value.getKey().equals("attributes") && !twice) {
                parts.add(value(type, value.getKey(), value.getValue()));
            }
        }
        return Xml.parent(element, parts).with("xsi:type", dialect.recordType(type));
    }

    private Xml value(String type, String name, JsonNode value) {
        String element = "sf:" + name;
        if (value.has("records")) {
            return Xml.parent(element, page(value)).with("xsi:type", "QueryResult");
        }
        if (value.has("attributes")) {
            return record(element, value);
        }
        if (value.isObject()) {
            return Xml.parent(
                            element,
                            PLACE.stream()
                                    .filter(value::has)
                                    .map(part -> scalar(part, value.path(part)))
                                    .toList())
                    .with("xsi:type", value.has("city") ? "address" : "location");
        }
        return value.isTextual() && isDateTime(type, name, value.textValue())
                ? Xml.of(element, value.textValue().replace("+0000", "Z"))
                : scalar(element, value);
    }

    private static Xml scalar(String element, JsonNode value) {
        return value.isNull() ? Xml.nil(element) : Xml.of(element, value.asText());
    }

    /** What is selected under a name of its own is known by its form alone. */
    private boolean isDateTime(String type, String name, String text) {
        Optional<Field> field = schema.object(type).flatMap(object -> object.field(name));
        return field.map(known -> known.type() == FieldType.DATETIME).orElse(true)
                && DATE_TIME.matcher(text).matches();
    }
}
