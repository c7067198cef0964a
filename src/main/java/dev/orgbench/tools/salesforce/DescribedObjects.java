package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The objects that a query can be of: those with records, or those of the Tooling API. */
enum DescribedObjects {
    OF_RECORDS {
        @Override
        Optional<ObjectDescribe> last(Call call, String object) {
            return call.salesforce().lastDescribe(object);
        }

        @Override
        ObjectDescribe now(Call call, String object) throws SalesforceException {
            return call.salesforce().describe(object);
        }

        @Override
        String unknown(Call call, String object) throws SalesforceException {
            return KnownObjects.unknown(call, object);
        }

        @Override
        String choices(List<String> known) {
            return known.size() > MOST_CHOICES
                    ? " get_single_salesforce_object_describe_by_id lists them."
                    : super.choices(known);
        }
    },
    OF_TOOLING {
        @Override
        Optional<ObjectDescribe> last(Call call, String object) {
            return call.salesforce().lastToolingDescribe(object);
        }

        @Override
        ObjectDescribe now(Call call, String object) throws SalesforceException {
            return call.salesforce().toolingDescribe(object);
        }

        @Override
        String unknown(Call call, String object) throws SalesforceException {
            List<String> known = StreamSupport.stream(
                            call.salesforce()
                                    .toolingDescribeGlobal()
                                    .path("sobjects")
                                    .spliterator(),
                            false)
                    .map(each -> each.path("name").asText())
                    .toList();
            return "The Tooling API has no object " + Quoted.text(object)
                    + " (records are queried with list_all_salesforce_query)."
                    + DidYouMean.sentence(DidYouMean.closest(object, known)) + choices(known);
        }
    };

    private static final int MOST_CHOICES = 60;

    /** In words: what there is instead. */
    String choices(List<String> known) {
        return " There are: " + Quoted.choices(known) + ".";
    }

    /** What the org told last, and may have changed since; asks nothing. */
    abstract Optional<ObjectDescribe> last(Call call, String object);

    /** What the org tells now. */
    abstract ObjectDescribe now(Call call, String object) throws SalesforceException;

    /** In words: that there is no such object, and which may be meant. */
    abstract String unknown(Call call, String object) throws SalesforceException;
}
