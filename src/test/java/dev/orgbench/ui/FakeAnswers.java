package dev.orgbench.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the fake server says to each tool. */
final class FakeAnswers {
    private static final String RECORDS = """
            {"totalSize":3,"done":true,"records":[
             {"attributes":{"type":"Opportunity","url":"/services/data/v62.0/sobjects/Opportunity/006Kx000004PmZdIAK"},
              "Name":"Grand Hotels Guest Portal","StageName":"Closed Lost","Amount":412500.00,"CloseDate":"2026-11-18","Owner":{"attributes":{"type":"User"},"Name":"Dana Whitfield"}},
             {"attributes":{"type":"Opportunity"},
              "Name":"Northwind Field Service","StageName":"Closed Lost","Amount":268000.00,"CloseDate":"2026-11-12","Owner":{"attributes":{"type":"User"},"Name":"Luis Ortega"}},
             {"attributes":{"type":"Opportunity"},
              "Name":"Pyramid Renewal 2026","StageName":"Closed Lost","Amount":94250.00,"CloseDate":"2026-11-04","Owner":{"attributes":{"type":"User"},"Name":"Dana Whitfield"}}]}
            """;

    private static final String DESCRIBE = """
            {"name":"Feature_Request__c","label":"Feature Request","keyPrefix":"a01","fields":[
             {"name":"Id","label":"Record ID","type":"id","required":false,"createable":false,"updateable":false},
             {"name":"Name","label":"Request","type":"string","length":80,"required":true,"createable":true,"updateable":true},
             {"name":"Status__c","label":"Status","type":"picklist","required":false,"createable":true,"updateable":true,
              "picklistValues":["New","Under Review","Planned","Shipped"],"toolingId":"00NKx00000AbCdEMAV"},
             {"name":"Votes__c","label":"Votes","type":"double","required":false,"createable":true,"updateable":true,"toolingId":"00NKx00000AbCdFMAV"}]}
            """;

    private FakeAnswers() {}

    /** One request to the org. */
    record Sent(String method, String path, String body, int status, String answer, long millis) {}

    /** How a call ends. */
    record Outcome(
            String text,
            @Nullable ObjectNode structured,
            @Nullable String failure,
            String summary,
            List<Sent> sent) {}

    static Outcome of(String tool, ObjectNode arguments) {
        String q = arguments.path("q").asText();
        if (q.contains("Amout")) {
            return failure(
                    """
                    list_all_salesforce_query failed: INVALID_FIELD: No such column 'Amout' on entity 'Opportunity'.
                    Argument q, row 1, column 14. Did you mean Amount?
                    Call get_single_salesforce_object_describe_by_id with id "Opportunity" to see its fields.""",
                    new Sent(
                            "GET",
                            "/query?q=SELECT+Name%2C+Amout+FROM+Opportunity",
                            "",
                            400,
                            "[{\"message\":\"\\nSELECT Name, Amout FROM Opportunity\\n             ^\\nERROR at Row:1:Column:14\\nNo such column 'Amout' on entity 'Opportunity'.\",\"errorCode\":\"INVALID_FIELD\"}]",
                            9));
        }
        return switch (tool) {
            case "list_all_salesforce_query" ->
                success(
                        RECORDS,
                        "3 records",
                        new Sent("GET", "/query?q=SELECT+Name+FROM+Opportunity", "", 200, RECORDS, 11));
            case "get_single_salesforce_object_describe_by_id" ->
                success(
                        DESCRIBE,
                        "4 fields",
                        new Sent("GET", "/sobjects/Feature_Request__c/describe", "", 304, "", 6),
                        new Sent(
                                "GET",
                                "/tooling/query?q=SELECT+Id%2C+DeveloperName+FROM+CustomField",
                                "",
                                200,
                                "{\"size\":2,\"records\":[]}",
                                12));
            case "create_a_salesforce_record" ->
                arguments.path("fields").has("Subject")
                        ? failure(
                                "REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.\nNothing was written. The day’s API requests are used up; Salesforce counts a rolling 24 hours.",
                                new Sent("GET", "/sobjects/Task/describe", "", 304, "", 6),
                                new Sent(
                                        "POST",
                                        "/sobjects/Task",
                                        JsonText.compact(arguments.path("fields")),
                                        403,
                                        "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]",
                                        18))
                        : success(
                                "{\"id\":\"00TKx000001ZyXwMAK\",\"success\":true,\"errors\":[]}",
                                "created",
                                new Sent(
                                        "POST",
                                        "/sobjects/Task",
                                        "{}",
                                        201,
                                        "{\"id\":\"00TKx000001ZyXwMAK\",\"success\":true,\"errors\":[]}",
                                        15));
            default ->
                success(
                        "{\"ok\":true}",
                        "ok",
                        new Sent(
                                "GET",
                                "/limits",
                                "",
                                200,
                                "{\"DailyApiRequests\":{\"Max\":15000,\"Remaining\":14858}}",
                                8));
        };
    }

    private static Outcome success(String json, String summary, Sent... sent) {
        try {
            JsonNode structured = JsonText.parse(json);
            return new Outcome(JsonText.compact(structured), (ObjectNode) structured, null, summary, List.of(sent));
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException(e.text(), e);
        }
    }

    private static Outcome failure(String text, Sent... sent) {
        return new Outcome(text, null, text.replaceFirst("^\\w+ failed: ", ""), "error", List.of(sent));
    }
}
