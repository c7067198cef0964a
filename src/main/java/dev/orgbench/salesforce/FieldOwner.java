package dev.orgbench.salesforce;

import java.util.List;

/**
 * What an object's custom fields belong to. Tasks and events share theirs, which are those of Activity; permissions are
 * granted on them for each of both. (Metadata API Developer Guide, "CustomField"; forcedotcom/cli issue 2278.)
 *
 * @param name as the Tooling API names it: {@code Activity}, or the object itself
 * @param objects the objects whose records have the fields
 */
public record FieldOwner(String name, List<String> objects) {
    private static final FieldOwner ACTIVITY = new FieldOwner("Activity", List.of("Task", "Event"));

    public FieldOwner {
        objects = List.copyOf(objects);
    }

    /**
     * Whose the custom fields of an object are.
     *
     * @param object an API name in any case; {@code Activity}, which has no describe, too
     */
    public static FieldOwner of(String object) {
        boolean shares = object.equalsIgnoreCase(ACTIVITY.name)
                || ACTIVITY.objects.stream().anyMatch(object::equalsIgnoreCase);
        return shares ? ACTIVITY : new FieldOwner(object, List.of(object));
    }

    /** The object whose describe tells of the fields: {@code object}, or one that has them if it is none itself. */
    public static String described(String object) {
        return object.equalsIgnoreCase(ACTIVITY.name) ? ACTIVITY.objects.getFirst() : object;
    }
}
