package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.AskedSchema;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.ErrorText;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Parsed;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.check.UnknownName;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.soql.sosl.Searched;
import dev.orgbench.soql.sosl.Sosl;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses a query or a search that names an object, a field or a relationship that the org does not have. Whatever else
 * may be wrong is for Salesforce to judge, and so is a text that we cannot read to its end.
 *
 * <p>What was described last is enough to let a text pass: then the org is asked nothing. To refuse one, the describes
 * must hold now.
 */
final class KnownNames implements Before {
    static final KnownNames QUERY = new KnownNames((text, schema) -> {
        Parsed parsed = Soql.read(text);
        return parsed.isQuery() ? Checker.unknownNames(parsed, schema) : List.of();
    });
    static final KnownNames SEARCH = new KnownNames((text, schema) -> {
        Searched searched = Sosl.read(text);
        return searched.isSearch() ? Checker.unknownNames(searched, schema) : List.of();
    });

    private static final int MOST_CHOICES = 60;

    private final Reading reading;

    private interface Reading {
        List<UnknownName> unknown(String text, Schema schema);
    }

    private KnownNames(Reading reading) {
        this.reading = reading;
    }

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        String text = call.text("q");
        List<UnknownName> suspected = unknown(text, new AskedSchema(object -> {
            var last = call.salesforce().lastDescribe(object);
            return last.isPresent() ? last.get() : call.salesforce().describe(object);
        }));
        if (suspected.isEmpty()) {
            return;
        }
        List<UnknownName> unknown = unknown(text, new AskedSchema(call.salesforce()::describe));
        if (!unknown.isEmpty()) {
            throw Refusal.ofArguments(told(call, text, unknown));
        }
    }

    private List<UnknownName> unknown(String text, AskedSchema schema) throws SalesforceException {
        List<UnknownName> unknown = reading.unknown(text, schema);
        schema.check();
        return unknown;
    }

    /** The first with its place, as Salesforce shows it; the others below it. */
    private static String told(Call call, String text, List<UnknownName> unknown) throws SalesforceException {
        List<String> lines = new ArrayList<>();
        for (UnknownName each : unknown) {
            String detail = "`q`: " + detail(call, each);
            lines.add(
                    lines.isEmpty()
                            ? ErrorText.at(text, each.problem().range().start(), detail)
                                    .strip()
                            : detail);
        }
        return String.join("\n", lines);
    }

    private static String detail(Call call, UnknownName unknown) throws SalesforceException {
        if (unknown.kind() == UnknownName.Kind.OBJECT) {
            return KnownObjects.unknown(call, unknown.name());
        }
        List<String> meant =
                unknown.problem().fixes().stream().map(Fix::replacement).toList();
        String choices = unknown.known().size() > MOST_CHOICES
                ? " get_single_salesforce_object_describe_by_id lists them."
                : " There are: " + Quoted.choices(unknown.known()) + ".";
        return unknown.problem().message() + DidYouMean.sentence(meant) + choices;
    }
}
