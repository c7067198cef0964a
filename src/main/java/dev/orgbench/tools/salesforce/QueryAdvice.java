package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Call;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** After a refused query: the fields or objects that may be meant, where they went away since they were described. */
final class QueryAdvice implements Advice {
    static final Pattern NO_COLUMN = Pattern.compile("No such column '([^']+)' on entity '([^']+)'");
    static final Pattern NO_TYPE = Pattern.compile("sObject type '([^']+)' is not supported");

    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        Matcher column = NO_COLUMN.matcher(refused.text());
        if (column.find()) {
            ObjectDescribe object = call.salesforce().describe(column.group(2));
            return Optional.of("`q`: " + KnownObjects.unknownField(object, column.group(1), object.fields()));
        }
        Matcher type = NO_TYPE.matcher(refused.text());
        return type.find() ? Optional.of("`q`: " + KnownObjects.unknown(call, type.group(1))) : Optional.empty();
    }
}
