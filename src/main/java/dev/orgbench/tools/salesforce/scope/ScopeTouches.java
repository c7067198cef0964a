package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.tools.Behaviours.Touch;
import java.util.Map;

/** The behaviours that find out which objects an argument leads to. */
public final class ScopeTouches {
    private static final String USUAL_PROFILE = "System Administrator";

    private ScopeTouches() {}

    /** By the names that definitions give them. */
    public static Map<String, Touch> all() {
        return Map.of(
                "object", new ObjectName(),
                "new_object", new NewObject(),
                "soql", new QueryText(),
                "sosl", new SearchText(),
                "relationship", new RelatedObjects(),
                "parents", new ParentsInRecords(),
                "field", new FieldName(),
                "own_fields", new OwnFields(),
                "metadata", new MetadataObjects(),
                "profiles",
                        (call, argument, gate) -> {
                            // Whether there is a profile of a name is told. The one that every org has is no secret.
                            if (!call.texts(argument).stream().allMatch(USUAL_PROFILE::equals)) {
                                gate.pass("Profile");
                            }
                        });
    }
}
