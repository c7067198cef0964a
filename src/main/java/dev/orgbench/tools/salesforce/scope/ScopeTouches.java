package dev.orgbench.tools.salesforce.scope;

import static java.util.Map.entry;

import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.Map;

/** The behaviours that find out which objects an argument leads to. */
public final class ScopeTouches {
    private ScopeTouches() {}

    /** By the names that definitions give them. */
    public static Map<String, Touch> all() {
        return Map.ofEntries(
                entry("object", new ObjectName()),
                entry("new_object", new NewObject()),
                entry("soql", new QueryText()),
                entry("sosl", new SearchText()),
                entry("relationship", new RelatedObjects()),
                entry("parents", new ParentsInRecords()),
                entry("field", new FieldName()),
                entry("fields_of", new FieldsOf()),
                entry("own_fields", new OwnFields()),
                entry("metadata", new MetadataObjects()),
                entry("profiles", ScopeTouches::profiles));
    }

    /** Whether there is a profile of a name is told. Those that are usual are no secret. */
    private static void profiles(Call call, String argument, ObjectGate gate) throws Refusal {
        if (!call.usualTexts(argument).containsAll(call.texts(argument))) {
            gate.pass("Profile");
        }
    }
}
