package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.regex.Pattern;

/** An object by its API name. A Tooling API Id does not say which object it is of. */
final class ObjectName implements Touch {
    private static final Pattern ID = Pattern.compile("\\d[A-Za-z0-9]{14}([A-Za-z0-9]{3})?");

    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal {
        String name = call.text(argument).strip();
        if (ID.matcher(name).matches()) {
            throw gate.unclear("write the object's API name instead of its Id.");
        }
        gate.pass(name);
    }
}
