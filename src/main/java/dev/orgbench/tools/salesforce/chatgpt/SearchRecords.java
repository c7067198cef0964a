package dev.orgbench.tools.salesforce.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Describes;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code search}: {@code {"results": [{"id", "title", "url"}]}}. Records with all the words come from SOSL; if there are
 * none, those with any of them; if there are none, those whose name has the text in it.
 */
public final class SearchRecords implements Shape {
    private static final int MOST_RESULTS = 20;
    /** Each costs a request. */
    private static final int MOST_OBJECTS_BY_NAME = 8;

    /** @param answer the global describe */
    @Override
    public ObjectNode shape(Call call, JsonNode answer) throws SalesforceException {
        Describes org = call.salesforce().describes(answer);
        List<String> objects = SearchedObjects.of(org, call.terms());
        SearchWords words = new SearchWords(call.text("query"));
        Map<String, List<String>> found = new LinkedHashMap<>();
        if (words.fitsSosl() && !objects.isEmpty()) {
            found.putAll(found(call, words.all(), objects));
            if (found.isEmpty() && words.areSeveral()) {
                found.putAll(found(call, words.any(), objects));
            }
        }
        ObjectNode content = call.arguments().objectNode();
        ArrayNode results = content.putArray("results");
        if (found.isEmpty() && !words.isEmpty()) {
            byName(call, org, objects, words, results);
        } else {
            named(call, org, inTurn(found), results);
        }
        return content;
    }

    /** Ids by object, the best first. */
    private static Map<String, List<String>> found(Call call, String term, List<String> objects)
            throws SalesforceException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        String returning = objects.stream().map(object -> object + "(Id)").collect(Collectors.joining(", "));
        for (JsonNode record : search(call, "FIND {" + term + "} IN ALL FIELDS RETURNING " + returning)) {
            String object = record.path("attributes").path("type").asText();
            // The org is asked for no others; a result of one would still be none of this server's.
            if (objects.contains(object)) {
                found.computeIfAbsent(object, any -> new ArrayList<>())
                        .add(record.path("Id").asText());
            }
        }
        return found;
    }

    private static JsonNode search(Call call, String sosl) throws SalesforceException {
        String path = "/services/data/v" + call.salesforce().org().apiVersion() + "/search";
        try {
            return call.salesforce()
                    .send(OrgRequest.get(path).withQuery("q", sosl))
                    .path("searchRecords");
        } catch (Refused refused) {
            if (refused.status() != 400) {
                throw refused;
            }
            // What SOSL cannot search for may still stand in a name. The trace shows the refusal.
            return call.arguments().arrayNode();
        }
    }

    /** The best of each object, then the second best of each, so that no object crowds out the others. */
    private static Map<String, List<String>> inTurn(Map<String, List<String>> found) {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        Map<String, Iterator<String>> rest = new LinkedHashMap<>();
        found.forEach((object, ids) -> rest.put(object, ids.iterator()));
        int count = 0;
        while (count < MOST_RESULTS && rest.values().stream().anyMatch(Iterator::hasNext)) {
            for (var each : rest.entrySet()) {
                if (count < MOST_RESULTS && each.getValue().hasNext()) {
                    chosen.computeIfAbsent(each.getKey(), any -> new ArrayList<>())
                            .add(each.getValue().next());
                    count++;
                }
            }
        }
        return chosen;
    }

    private static void named(Call call, Describes org, Map<String, List<String>> found, ArrayNode results)
            throws SalesforceException {
        for (var each : found.entrySet()) {
            ObjectDescribe object = org.describe(each.getKey());
            String ids = each.getValue().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
            Map<String, JsonNode> records = new LinkedHashMap<>();
            for (JsonNode record : records(call, object, "Id IN (" + ids + ")")) {
                records.put(record.path("Id").asText(), record);
            }
            for (String id : each.getValue()) {
                JsonNode record = records.get(id);
                if (record != null) {
                    add(call, object, record, results);
                }
            }
        }
    }

    private static void byName(Call call, Describes org, List<String> objects, SearchWords words, ArrayNode results)
            throws SalesforceException {
        for (String name : objects.stream().limit(MOST_OBJECTS_BY_NAME).toList()) {
            int room = MOST_RESULTS - results.size();
            ObjectDescribe object = org.describe(name);
            String field = RecordLink.nameField(object);
            boolean filters = object.field(field)
                    .filter(each -> each.is("filterable") && !each.type().equals("id"))
                    .isPresent();
            if (room > 0 && filters) {
                records(call, object, field + " LIKE '" + words.like() + "' ORDER BY " + field + ", Id LIMIT " + room)
                        .forEach(record -> add(call, object, record, results));
            }
        }
    }

    private static JsonNode records(Call call, ObjectDescribe object, String where) throws SalesforceException {
        String name = RecordLink.nameField(object);
        String fields = name.equals("Id") ? "Id" : "Id, " + name;
        return call.salesforce()
                .query("SELECT " + fields + " FROM " + object.name() + " WHERE " + where)
                .path("records");
    }

    private static void add(Call call, ObjectDescribe object, JsonNode record, ArrayNode results) {
        String id = record.path("Id").asText();
        results.addObject()
                .put("id", id)
                .put("title", RecordLink.title(object, record))
                .put("url", RecordLink.url(call, object.name(), id));
    }
}
