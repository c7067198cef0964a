package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The relationship of a record of {@code object_name} to its children, or to a parent of one or several objects. */
final class RelatedObjects implements Touch {
    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal, SalesforceException {
        String name = call.text("object_name").strip();
        String relationship = call.text(argument).strip();
        gate.pass(name);
        ReadableSchema schema = new ReadableSchema(call.salesforce(), gate);
        Optional<ObjectSchema> object = schema.object(name).known();
        schema.check();
        Set<String> related = new LinkedHashSet<>();
        object.flatMap(known -> known.child(relationship)).ifPresent(child -> related.add(child.childObject()));
        object.flatMap(known -> known.parent(relationship))
                .ifPresent(reference -> related.addAll(reference.referenceTo()));
        if (related.isEmpty()) {
            throw gate.unclear(name + " has no relationship of this name.");
        }
        for (String each : related) {
            gate.pass(each, relationship);
        }
    }
}
