package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.soql.sosl.Search;
import dev.orgbench.soql.sosl.Sosl;
import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;

/** An argument that is SOSL. Without RETURNING every object is searched, so that cannot pass. */
final class SearchText implements Touch {
    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal, SalesforceException {
        Search search;
        try {
            search = Sosl.parse(call.text(argument));
        } catch (SoqlSyntaxException e) {
            throw gate.unclear("it is not SOSL. " + e.text());
        }
        if (search.returning().isEmpty()) {
            throw gate.unclear("without RETURNING it searches every object. Add RETURNING and the objects wanted"
                    + " behind what is looked for.");
        }
        QueryObjects objects = new QueryObjects(new ReadableSchema(call.salesforce(), gate), gate);
        for (Returned returned : search.returning()) {
            objects.pass(returned.query());
        }
    }
}
