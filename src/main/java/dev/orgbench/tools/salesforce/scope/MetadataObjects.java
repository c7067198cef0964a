package dev.orgbench.tools.salesforce.scope;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Objects that the Metadata of a custom field or object leads to. A formula could show another object's values in a
 * readable one. (Metadata API Developer Guide, CustomField.)
 */
final class MetadataObjects implements Touch {
    /** {@code Child__c.Amount__c}, or an object alone. All keys here in small letters. */
    private static final Set<String> NAMES = Set.of("referenceto", "summarizedfield", "summaryforeignkey");
    /** Filters compare fields of several objects. */
    private static final Set<String> FILTERS = Set.of("lookupfilter", "summaryfilteritems");

    private static final Set<String> FORMULAS = Set.of("formula", "defaultvalue", "errorconditionformula");
    /** A path to a parent, or one of the global values: {@code Account.Name}, {@code $User.Email}; not {@code 1.5}. */
    private static final Pattern REACHES_OUT = Pattern.compile("(?<!\\d)\\.|\\.(?!\\d)|\\$");

    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal {
        walk(call.arguments().path(argument), gate);
    }

    private static void walk(JsonNode metadata, ObjectGate gate) throws Refusal {
        for (Entry<String, JsonNode> each : metadata.properties()) {
            one(each.getKey(), each.getValue(), gate);
        }
        if (metadata.isArray()) {
            for (JsonNode item : metadata) {
                walk(item, gate);
            }
        }
    }

    private static void one(String key, JsonNode value, ObjectGate gate) throws Refusal {
        String known = key.toLowerCase(Locale.ROOT);
        String text = value.asText();
        if (NAMES.contains(known) && !value.isNull()) {
            int point = text.indexOf('.');
            gate.pass(point < 0 ? text : text.substring(0, point), key);
        } else if (FILTERS.contains(known) && !value.isEmpty()) {
            throw gate.unclear("leave out " + key + ", which can compare fields of other objects.");
        } else if (FORMULAS.contains(known) && REACHES_OUT.matcher(text).find()) {
            throw gate.unclear(key + " may use fields of its own object only, without a point or a $.");
        }
        walk(value, gate);
    }
}
