package dev.orgbench.tools.salesforce;

import dev.orgbench.soql.Query;
import dev.orgbench.soql.Soql;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;

/**
 * Refuses queries that leave a trace: {@code FOR VIEW}, {@code FOR REFERENCE} and {@code UPDATE ...} change when records
 * were last seen, and a tool that says that it only reads must not.
 */
final class ReadsOnly implements Before {
    @Override
    public void apply(Call call) throws Refusal {
        Query query = Soql.read(call.text("q")).query();
        if (!query.endings().isEmpty()) {
            throw Refusal.ofArguments("`q`: FOR VIEW, FOR REFERENCE, FOR UPDATE and UPDATE ... change the records that"
                    + " are found, and this tool only reads. Leave that out.");
        }
    }
}
