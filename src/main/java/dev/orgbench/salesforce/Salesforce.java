package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.trace.Recording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An org, as one piece of work uses it: every request is recorded for that work. Names and ids go into paths as they
 * are given, encoded. All methods block; interrupting the thread cancels the request.
 *
 * <p>REST API Developer Guide and Tooling API Developer Guide, developer.salesforce.com.
 */
public final class Salesforce {
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final String CUSTOM = "__c";
    /** Its objects may be called as those with records are. */
    private static final String TOOLING = "tooling/";

    private final OrgConnection org;
    private final Recording recording;

    Salesforce(OrgConnection org, Recording recording) {
        this.org = org;
        this.recording = recording;
    }

    public OrgConnection org() {
        return org;
    }

    /** Any request; a missing node if the answer has no body. */
    public JsonNode send(OrgRequest request) throws SalesforceException {
        return org.send(request, recording);
    }

    /** The first page: {@code totalSize, done, nextRecordsUrl?, records}. */
    public JsonNode query(String soql) throws SalesforceException {
        return send(OrgRequest.get(rest("/query")).withQuery("q", soql));
    }

    /** The page that {@code nextRecordsUrl} of the page before leads to. */
    public JsonNode queryMore(String nextRecordsUrl) throws SalesforceException {
        return send(OrgRequest.get(nextRecordsUrl));
    }

    /** All objects: {@code sobjects: [...]}. Shared, not to be changed. */
    public JsonNode describeGlobal() throws SalesforceException {
        return send(OrgRequest.describe(rest("/sobjects")));
    }

    public ObjectDescribe describe(String object) throws SalesforceException {
        return org.vouchedDescribes().keep(object, describeJson(object));
    }

    JsonNode describeJson(String object) throws SalesforceException {
        return send(OrgRequest.describe(rest("/sobjects/" + segment(object) + "/describe")));
    }

    /** For the describes of many objects: asks the org once whether anything has changed. */
    public Describes describes() throws SalesforceException {
        return describes(describeGlobal());
    }

    /** As the other, where the org was asked already: {@code global} is its answer to a conditional request. */
    public Describes describes(JsonNode global) {
        return new Describes(this, org.vouchedDescribes(), global);
    }

    /** The describe that the org gave last, and which may be out of date; asks the org nothing. */
    public Optional<ObjectDescribe> lastDescribe(String object) {
        return org.vouchedDescribes().last(object);
    }

    /** One record; {@code fields} are API names, none for all. */
    public JsonNode row(String object, String id, List<String> fields) throws SalesforceException {
        OrgRequest request = OrgRequest.get(rowPath(object, id));
        return send(fields.isEmpty() ? request : request.withQuery("fields", String.join(",", fields)));
    }

    /** {@code id, success, errors}. */
    public JsonNode create(String object, ObjectNode fields) throws SalesforceException {
        return send(OrgRequest.of("POST", rest("/sobjects/" + segment(object)), fields));
    }

    public void update(String object, String id, ObjectNode fields) throws SalesforceException {
        send(OrgRequest.of("PATCH", rowPath(object, id), fields));
    }

    public void delete(String object, String id) throws SalesforceException {
        send(OrgRequest.of("DELETE", rowPath(object, id), null));
    }

    public JsonNode toolingQuery(String soql) throws SalesforceException {
        return send(OrgRequest.get(tooling("/query")).withQuery("q", soql));
    }

    /** All objects of the Tooling API: {@code sobjects: [...]}. Shared, not to be changed. */
    public JsonNode toolingDescribeGlobal() throws SalesforceException {
        return send(OrgRequest.describe(tooling("/sobjects")));
    }

    /** An object of the Tooling API, as {@code CustomField}. */
    public ObjectDescribe toolingDescribe(String type) throws SalesforceException {
        return org.vouchedDescribes()
                .keep(TOOLING + type, send(OrgRequest.describe(tooling("/sobjects/" + segment(type) + "/describe"))));
    }

    /** As {@link #lastDescribe}, of the Tooling API. */
    public Optional<ObjectDescribe> lastToolingDescribe(String type) {
        return org.vouchedDescribes().last(TOOLING + type);
    }

    /** A row of the Tooling API, as {@code CustomField}, with its {@code Metadata}. */
    public JsonNode toolingRow(String type, String id) throws SalesforceException {
        return send(OrgRequest.get(toolingPath(type, id)));
    }

    public JsonNode toolingCreate(String type, ObjectNode body) throws SalesforceException {
        return send(OrgRequest.of("POST", tooling("/sobjects/" + segment(type)), body));
    }

    /** Replaces {@code Metadata} as a whole, as the Tooling API does. */
    public void toolingUpdate(String type, String id, ObjectNode body) throws SalesforceException {
        send(OrgRequest.of("PATCH", toolingPath(type, id), body));
    }

    /** The Metadata API, for what the Tooling API refuses. */
    public MetadataApi metadata() {
        return new MetadataApi(org, recording);
    }

    /**
     * The Tooling API's ids of an object's custom fields, by the fields' API names. Plain describe has none. Not asked
     * for again while the describe holds.
     */
    public Map<String, String> toolingFieldIds(ObjectDescribe object) throws SalesforceException {
        if (object.fields().stream().noneMatch(field -> field.is("custom"))) {
            return Map.of();
        }
        var known = org.toolingIds().find(object);
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, String> ids = new HashMap<>();
        JsonNode page =
                toolingQuery("SELECT Id, DeveloperName, NamespacePrefix FROM CustomField WHERE TableEnumOrId = '"
                        + tableEnumOrId(object) + "'");
        while (true) {
            for (JsonNode row : page.path("records")) {
                String developerName = row.path("DeveloperName").asText();
                String prefix = row.path("NamespacePrefix").asText("");
                String name = (prefix.isEmpty() ? "" : prefix + "__") + developerName + "__c";
                object.field(name)
                        .ifPresent(field -> ids.put(field.name(), row.path("Id").asText()));
            }
            if (!page.path("nextRecordsUrl").isTextual()) {
                break;
            }
            page = queryMore(page.path("nextRecordsUrl").asText());
        }
        org.toolingIds().keep(object, ids);
        return ids;
    }

    /** What the Tooling API's {@code TableEnumOrId} holds: a standard object's {@link FieldOwner}, a custom object's 01I id. */
    public String tableEnumOrId(ObjectDescribe object) throws SalesforceException {
        return object.isCustom()
                ? customObjectId(object.name())
                : FieldOwner.of(object.name()).name();
    }

    /** The Tooling API's 01I id of a custom object; its name if the Tooling API has none of that name. */
    public String customObjectId(String name) throws SalesforceException {
        // What else is custom (metadata types, events, shares) may have the developer name of an object.
        if (!API_NAME.matcher(name).matches() || !name.toLowerCase(Locale.ROOT).endsWith(CUSTOM)) {
            return name;
        }
        String bare = name.substring(0, name.length() - CUSTOM.length());
        int space = bare.indexOf("__");
        String owner = space < 0 ? "null" : "'" + bare.substring(0, space) + "'";
        String developerName = space < 0 ? bare : bare.substring(space + 2);
        JsonNode found = toolingQuery("SELECT Id FROM CustomObject WHERE DeveloperName = '" + developerName
                        + "' AND NamespacePrefix = " + owner)
                .path("records");
        if (found.size() <= 1) {
            return found.path(0).path("Id").asText(name);
        }
        for (JsonNode row : found) {
            String id = row.path("Id").asText();
            if (toolingRow("CustomObject", id).path("FullName").asText().equalsIgnoreCase(name)) {
                return id;
            }
        }
        return name;
    }

    /** A body of one key. */
    public static ObjectNode body(String key, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(key, value);
    }

    private String rowPath(String object, String id) {
        return rest("/sobjects/" + segment(object) + "/" + segment(id));
    }

    private String toolingPath(String type, String id) {
        return tooling("/sobjects/" + segment(type) + "/" + segment(id));
    }

    private String rest(String path) {
        return "/services/data/v" + org.apiVersion() + path;
    }

    private String tooling(String path) {
        return rest("/tooling" + path);
    }

    private static String segment(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        // A dot segment would lead to another resource.
        return encoded.chars().allMatch(c -> c == '.') ? encoded.replace(".", "%252E") : encoded;
    }
}
