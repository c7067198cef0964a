package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.StreamSupport;

/** After a refused query of the Tooling API, whose objects are others than those with records. */
final class ToolingQueryAdvice implements Advice {
    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        Matcher column = QueryAdvice.NO_COLUMN.matcher(refused.text());
        if (column.find()) {
            ObjectDescribe object = call.salesforce().toolingDescribe(column.group(2));
            return Optional.of(told(
                    object.name() + " has no field " + column.group(1),
                    column.group(1),
                    object.fields().stream().map(FieldDescribe::name).toList()));
        }
        Matcher type = QueryAdvice.NO_TYPE.matcher(refused.text());
        if (type.find()) {
            JsonNode objects = call.salesforce().toolingDescribeGlobal().path("sobjects");
            return Optional.of(told(
                    "The Tooling API has no object " + type.group(1)
                            + " (records are queried with list_all_salesforce_query)",
                    type.group(1),
                    StreamSupport.stream(objects.spliterator(), false)
                            .map(object -> object.path("name").asText())
                            .toList()));
        }
        return Optional.empty();
    }

    private static String told(String fault, String wanted, List<String> known) {
        return "`q`: " + fault + "." + DidYouMean.sentence(DidYouMean.closest(wanted, known)) + " There are: "
                + Quoted.choices(known) + ".";
    }
}
