package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.tools.Behaviours.Touch;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;

/** An argument that is SOQL. What is not read as SOQL to its last character does not pass. */
final class QueryText implements Touch {
    @Override
    public void touch(Call call, String argument, ObjectGate gate) throws Refusal, SalesforceException {
        Query query;
        try {
            query = Soql.parse(call.text(argument));
        } catch (SoqlSyntaxException e) {
            throw gate.unclear("it is not SOQL. " + e.text());
        }
        new QueryObjects(new ReadableSchema(call.salesforce(), gate), gate).pass(query);
    }
}
