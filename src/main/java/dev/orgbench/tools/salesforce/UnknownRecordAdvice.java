package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Call;
import java.util.Optional;

/** After NOT_FOUND or MALFORMED_ID for a record of an object that exists. */
final class UnknownRecordAdvice implements Advice {
    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        boolean missing = refused.status() == 404;
        if (!missing && !refused.errorCode().equals("MALFORMED_ID")) {
            return Optional.empty();
        }
        String name = call.text("object_name");
        Optional<String> other = KnownRecord.fault(call, call.salesforce().describe(name));
        return other.isPresent() || !missing
                ? other
                : Optional.of("`id`: " + name + " has no record " + call.text("id")
                        + " that the signed-in user can see. Query for it with list_all_salesforce_query.");
    }
}
