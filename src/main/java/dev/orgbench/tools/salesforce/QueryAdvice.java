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

/** After a refused query: the fields or objects that may be meant. */
final class QueryAdvice implements Advice {
    static final Pattern NO_COLUMN = Pattern.compile("No such column '([^']+)' on entity '([^']+)'");
    private static final Pattern NO_RELATIONSHIP = Pattern.compile("Didn't understand relationship '([^']+)'");
    private static final Pattern FROM = Pattern.compile("(?i)\\bFROM\\s+(\\w+)");
    static final Pattern NO_TYPE = Pattern.compile("sObject type '([^']+)' is not supported");

    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        Matcher column = NO_COLUMN.matcher(refused.text());
        if (column.find()) {
            ObjectDescribe object = call.salesforce().describe(column.group(2));
            return Optional.of("`q`: " + KnownObjects.unknownField(object, column.group(1), object.fields()));
        }
        Matcher relationship = NO_RELATIONSHIP.matcher(refused.text());
        if (relationship.find()) {
            return parents(call, relationship.group(1));
        }
        Matcher type = NO_TYPE.matcher(refused.text());
        return type.find() ? Optional.of("`q`: " + KnownObjects.unknown(call, type.group(1))) : Optional.empty();
    }

    private static Optional<String> parents(Call call, String wanted) throws SalesforceException {
        Matcher from = FROM.matcher(call.text("q"));
        if (!from.find()) {
            return Optional.empty();
        }
        ObjectDescribe object = call.salesforce().describe(from.group(1));
        List<String> names = object.fields().stream()
                .map(FieldDescribe::relationshipName)
                .filter(name -> !name.isEmpty())
                .toList();
        return Optional.of("`q`: parents are reached from " + object.name() + " by " + String.join(", ", names) + "."
                + DidYouMean.sentence(DidYouMean.closest(wanted, names)));
    }
}
