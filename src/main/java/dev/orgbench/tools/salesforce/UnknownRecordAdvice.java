package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Call;
import java.util.Optional;

/** After NOT_FOUND for a record of an object that exists, by an Id that can be one of its own. */
final class UnknownRecordAdvice implements Advice {
    @Override
    public Optional<String> advise(Call call, Refused refused) {
        return refused.status() == 404
                ? Optional.of("`id`: " + call.text("object_name") + " has no record " + call.text("id")
                        + " that the signed-in user can see. Query for it with list_all_salesforce_query.")
                : Optional.empty();
    }
}
