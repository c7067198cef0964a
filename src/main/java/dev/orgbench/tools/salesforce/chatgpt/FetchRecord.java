package dev.orgbench.tools.salesforce.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Describes;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Behaviours.Shape;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectScope;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Terms;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code fetch}: {@code {"id", "title", "text", "url", "metadata"}} of one record. The text has a line for each field
 * that has a value; the metadata are texts.
 */
public final class FetchRecord implements Shape {
    private static final Pattern ID = Pattern.compile("(?:([A-Za-z]\\w*):)?([A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?)");
    private static final int PREFIX = 3;
    private static final String CUT =
            "\n… The rest is left out: the record is longer than this server's answers may be.";

    /** @param answer the global describe */
    @Override
    public ObjectNode shape(Call call, JsonNode answer) throws Refusal, SalesforceException {
        Describes org = call.salesforce().describes(answer);
        Matcher id = ID.matcher(call.text("id").strip());
        if (!id.matches()) {
            throw Refusal.ofArguments("`id` cannot be " + Quoted.text(call.text("id"))
                    + ". It is the id of a result of search: a record's Id, 15 or 18 letters and digits.");
        }
        ObjectScope scope = call.terms().scope().objects();
        String name = object(org, id.group(1), id.group(2))
                .filter(scope::mayRead)
                .orElseThrow(() -> Refusal.ofArguments("`id`: this server knows no records whose Ids begin with "
                        + id.group(2).substring(0, PREFIX) + ". search gives those that it knows."));
        ObjectDescribe object = org.describe(name);
        JsonNode record = call.salesforce().row(name, id.group(2), List.of());
        String whole = record.path("Id").asText(id.group(2));
        ObjectNode content = call.arguments().objectNode();
        content.put("id", whole)
                .put("title", RecordLink.title(object, record))
                .put("text", text(object, record))
                .put("url", RecordLink.url(call, name, whole));
        ObjectNode metadata = content.putObject("metadata").put("object", name);
        owner(call, object, record).ifPresent(owner -> metadata.put("owner", owner));
        if (record.hasNonNull("LastModifiedDate")) {
            metadata.put("last_modified", record.path("LastModifiedDate").asText());
        }
        return fitting(content, call.terms().byteBudget());
    }

    private static Optional<String> object(Describes org, @Nullable String named, String id) {
        if (named != null) {
            return org.object(named).map(object -> object.path("name").asText());
        }
        return org.objects().stream()
                .filter(object -> object.path("keyPrefix").asText().equals(id.substring(0, PREFIX)))
                .map(object -> object.path("name").asText())
                .findFirst();
    }

    private static String text(ObjectDescribe object, JsonNode record) {
        StringBuilder text = new StringBuilder();
        for (FieldDescribe field : object.fields()) {
            JsonNode value = record.path(field.name());
            // The parts of an address or a place are fields of their own; a file's content is no text.
            boolean told = value.isValueNode()
                    && !value.isNull()
                    && !value.asText().isBlank()
                    && !field.type().equals("base64");
            if (told) {
                text.append(field.label()).append(": ").append(value.asText()).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    /** The owner's name, or the Id where this server may not read names. */
    private static Optional<String> owner(Call call, ObjectDescribe object, JsonNode record)
            throws SalesforceException {
        Optional<FieldDescribe> field = object.field("OwnerId").filter(owner -> record.hasNonNull("OwnerId"));
        if (field.isEmpty()) {
            return Optional.empty();
        }
        String id = record.path("OwnerId").asText();
        ObjectScope scope = call.terms().scope().objects();
        if (!field.get().referenceTo().stream().allMatch(scope::mayRead)) {
            return Optional.of(id);
        }
        JsonNode named = call.salesforce()
                .query("SELECT Owner.Name FROM " + object.name() + " WHERE Id = '"
                        + record.path("Id").asText() + "'");
        return Optional.of(
                named.path("records").path(0).path("Owner").path("Name").asText(id));
    }

    /** A long record is cut: a part of it says more than an error. */
    private static ObjectNode fitting(ObjectNode content, int budget) {
        String text = content.path("text").asText();
        int over = Terms.bytes(content) - budget;
        while (over > 0 && !text.isEmpty()) {
            // At least one character goes for four bytes that are too many.
            int keep = Math.max(0, text.length() - Math.max(CUT.length(), over / 4));
            text = text.substring(0, keep > 0 && Character.isHighSurrogate(text.charAt(keep - 1)) ? keep - 1 : keep);
            content.put("text", text + CUT);
            over = Terms.bytes(content) - budget;
        }
        return content;
    }
}
