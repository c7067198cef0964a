package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.regex.Pattern;

/** Names of fields, which touch nothing as long as none of them is a path to a parent's. */
final class OwnFields implements Touch {
    private static final Pattern NAME = Pattern.compile("\\w*");

    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal {
        for (String name : call.texts(argument)) {
            if (!NAME.matcher(name).matches()) {
                throw gate.unclear(Quoted.text(name) + " is not the name of a field.");
            }
        }
    }
}
