package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Behaviours.Advice;
import dev.orgbench.tools.Call;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** After NOT_FOUND for the object {@code id}: which may be meant, if there is none of that name. */
final class UnknownObjectAdvice implements Advice {
    @Override
    public Optional<String> advise(Call call, Refused refused) throws SalesforceException {
        if (refused.status() != 404) {
            return Optional.empty();
        }
        String name = call.text("id").toLowerCase(Locale.ROOT);
        boolean known = StreamSupport.stream(
                        call.salesforce().describeGlobal().path("sobjects").spliterator(), false)
                .anyMatch(object ->
                        object.path("name").asText().toLowerCase(Locale.ROOT).equals(name));
        return known ? Optional.empty() : Optional.of("`id`: " + KnownObjects.unknown(call, call.text("id")));
    }
}
