package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** After a refused query: the fields or objects that may be meant, where they went away since they were described. */
final class QueryAdvice implements Advice {
    private static final Pattern NO_COLUMN = Pattern.compile("No such column '([^']+)' on entity '([^']+)'");
    private static final Pattern NO_TYPE = Pattern.compile("sObject type '([^']+)' is not supported");

    private final DescribedObjects objects;

    QueryAdvice(DescribedObjects objects) {
        this.objects = objects;
    }

    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        Matcher column = NO_COLUMN.matcher(refused.text());
        if (column.find()) {
            ObjectDescribe object = objects.now(call, column.group(2));
            List<String> known =
                    object.fields().stream().map(FieldDescribe::name).toList();
            return Optional.of("`q`: " + object.name() + " has no field " + column.group(1) + "."
                    + DidYouMean.sentence(DidYouMean.closest(column.group(1), known)) + objects.choices(known));
        }
        Matcher type = NO_TYPE.matcher(refused.text());
        return type.find() ? Optional.of("`q`: " + objects.unknown(call, type.group(1))) : Optional.empty();
    }
}
