package dev.orgbench.tools.salesforce.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.tools.Call;

/** What a record is called, and where a person sees it. */
final class RecordLink {
    private RecordLink() {}

    /** The field that names the object's records, as {@code CaseNumber}; {@code Id} if none does. */
    static String nameField(ObjectDescribe object) {
        return object.fields().stream()
                .filter(field -> field.is("nameField"))
                .map(FieldDescribe::name)
                .findFirst()
                .orElse("Id");
    }

    static String title(ObjectDescribe object, JsonNode record) {
        String name = record.path(nameField(object)).asText("");
        return name.isBlank() ? object.json().path("label").asText(object.name()) : name;
    }

    /** The record's page in Lightning Experience. (Lightning Web Components Developer Guide, "PageReference Types".) */
    static String url(Call call, String object, String id) {
        String instance = call.salesforce().org().instanceUrl().toString();
        return instance.replaceAll("/+$", "") + "/lightning/r/" + object + "/" + id + "/view";
    }
}
