package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;

/** A custom object that is yet to be made, by its name with or without {@code __c}. */
final class NewObject implements Touch {
    private static final String SUFFIX = "__c";

    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal {
        String name = call.text(argument);
        gate.pass(name.endsWith(SUFFIX) ? name : name + SUFFIX);
    }
}
