package dev.orgbench.tools.completion;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.ObjectScope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What there is to choose in an org, as its describe tells it. Objects outside the scope do not exist here. */
public final class OrgChoices {
    /** A namespace, a name of 40 characters, a suffix. Nothing longer is worth asking the org about. */
    private static final Pattern API_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    /** Objects that people see on pages come first: an org has hundreds of others (AccountHistory, AccountShare). */
    private static final Comparator<JsonNode> PEOPLES_FIRST = Comparator.comparing(
                    (JsonNode object) -> !object.path("layoutable").asBoolean())
            .thenComparing(object -> object.path("name").asText(), String.CASE_INSENSITIVE_ORDER);

    /** The picklists that someone made for this org are those that need words, and whose definition can be changed. */
    private static final Comparator<FieldDescribe> OWN_FIRST =
            Comparator.comparing((FieldDescribe field) -> !field.is("custom"));

    private final Salesforce salesforce;
    private final ObjectScope scope;

    /** What may be chosen with {@code scope}; the org is asked by {@code salesforce}. */
    public OrgChoices(Salesforce salesforce, ObjectScope scope) {
        this.salesforce = salesforce;
        this.scope = scope;
    }

    /**
     * All choices of a kind.
     *
     * @param object the API name of the object, for kinds that need one; if the org has none of that name, there is
     *     nothing to choose
     * @param field the API name of the field, for kinds that need one; of picklist values empty for all of the object's
     */
    public List<Choice> of(ChoiceKind kind, String object, String field) throws SalesforceException {
        return switch (kind) {
            case OBJECTS -> objects(each -> each.path("queryable").asBoolean());
            case CREATEABLE_OBJECTS ->
                objects(each -> each.path("createable").asBoolean()
                        && scope.mayWrite(each.path("name").asText()));
            case CUSTOM_OBJECTS -> objects(each -> each.path("name").asText().endsWith("__c"));
            case FIELDS -> fields(object, each -> true);
            case CUSTOM_FIELDS -> fields(object, each -> each.is("custom"));
            case CUSTOM_PICKLISTS ->
                fields(object, each -> each.is("custom") && each.type().endsWith("picklist"));
            case PICKLIST_VALUES -> values(object, field);
        };
    }

    private List<Choice> objects(Predicate<JsonNode> wanted) throws SalesforceException {
        return elements(salesforce.describeGlobal().path("sobjects"))
                .filter(object -> !object.path("deprecatedAndHidden").asBoolean())
                .filter(object -> scope.mayRead(object.path("name").asText()))
                .filter(wanted)
                .sorted(PEOPLES_FIRST)
                .map(object -> new Choice(
                        object.path("name").asText(), object.path("label").asText()))
                .toList();
    }

    private List<Choice> fields(String object, Predicate<FieldDescribe> wanted) throws SalesforceException {
        return describe(object).stream()
                .flatMap(described -> described.fields().stream())
                .filter(wanted)
                .map(field -> new Choice(field.name(), field.label()))
                .toList();
    }

    private List<Choice> values(String object, String field) throws SalesforceException {
        return describe(object).stream()
                .flatMap(described -> field.isEmpty()
                        ? described.fields().stream().sorted(OWN_FIRST)
                        : described.field(field).stream())
                .flatMap(each -> elements(each.json().path("picklistValues")))
                .filter(value -> value.path("active").asBoolean(true))
                .map(value -> new Choice(
                        value.path("value").asText(), value.path("label").asText()))
                .toList();
    }

    private Optional<ObjectDescribe> describe(String object) throws SalesforceException {
        if (!API_NAME.matcher(object).matches() || !scope.mayRead(object)) {
            return Optional.empty();
        }
        try {
            return Optional.of(salesforce.describe(object));
        } catch (Refused refused) {
            if (refused.status() == 404) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
