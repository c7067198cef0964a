package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.FieldOwner;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Objects and fields by the names that callers give. */
final class KnownObjects {
    private static final int NAMED = 60;

    private KnownObjects() {}

    /** @throws Refusal if there is no such object, with those that may be meant */
    static ObjectDescribe describe(Call call, String argument, String name) throws Refusal, SalesforceException {
        try {
            return call.salesforce().describe(name);
        } catch (Refused refused) {
            if (refused.status() != 404) {
                throw refused;
            }
            throw Refusal.ofArguments("`" + argument + "`: " + unknown(call, name));
        }
    }

    /** The same to see its custom fields, for {@code Activity} as well, which owns some and has no describe. */
    static ObjectDescribe describeFields(Call call, String argument, String name) throws Refusal, SalesforceException {
        return describe(call, argument, FieldOwner.described(name));
    }

    /** In words: which objects may be meant, of those that the server gives access to. */
    static String unknown(Call call, String name) throws SalesforceException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (JsonNode object : call.salesforce().describeGlobal().path("sobjects")) {
            if (call.terms().scope().objects().mayRead(object.path("name").asText())) {
                labels.put(object.path("name").asText(), object.path("label").asText());
            }
        }
        return "The org has no object " + Quoted.text(name) + "."
                + DidYouMean.sentence(DidYouMean.closest(name, labels))
                + " list_all_salesforce_objects lists all objects.";
    }

    /** In words: which fields may be meant, and which there are if they are few enough to say. */
    static String unknownField(ObjectDescribe object, String name, List<FieldDescribe> choices) {
        Map<String, String> labels = new LinkedHashMap<>();
        choices.forEach(field -> labels.put(field.name(), field.label()));
        String all = choices.size() > NAMED
                ? " get_single_salesforce_object_describe_by_id lists its fields."
                : " Its fields: " + choices.stream().map(FieldDescribe::name).collect(Collectors.joining(", ")) + ".";
        return object.name() + " has no field " + Quoted.text(name) + "."
                + DidYouMean.sentence(DidYouMean.closest(name, labels)) + all;
    }
}
