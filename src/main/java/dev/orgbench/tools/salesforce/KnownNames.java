package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.AskedSchema;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.ErrorText;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Parsed;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.check.Checker;
import dev.orgbench.soql.check.UnknownName;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.soql.sosl.Searched;
import dev.orgbench.soql.sosl.Sosl;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses a query or a search that names an object, a field or a relationship that the org does not have. Whatever else
 * may be wrong is for Salesforce to judge, and so is a text that we cannot read to its end, and what the org does not
 * describe.
 *
 * <p>What was described last is enough to let a text pass: then the org is asked nothing. To refuse one, the describes
 * must hold now.
 */
final class KnownNames implements Before {
    static final KnownNames QUERY = new KnownNames(KnownNames::inQuery, DescribedObjects.OF_RECORDS);
    static final KnownNames SEARCH = new KnownNames(KnownNames::inSearch, DescribedObjects.OF_RECORDS);
    static final KnownNames TOOLING_QUERY = new KnownNames(KnownNames::inQuery, DescribedObjects.OF_TOOLING);

    private final Reading reading;
    private final DescribedObjects objects;

    private interface Reading {
        List<UnknownName> unknown(String text, Schema schema) throws Refusal;
    }

    private KnownNames(Reading reading, DescribedObjects objects) {
        this.reading = reading;
        this.objects = objects;
    }

    private static List<UnknownName> inQuery(String text, Schema schema) throws Refusal {
        Parsed parsed = Soql.read(text);
        if (parsed.isBlank()) {
            throw Refusal.ofArguments("`q` is empty; it must be a SOQL query.");
        }
        return parsed.isQuery() ? Checker.unknownNames(parsed, schema) : List.of();
    }

    private static List<UnknownName> inSearch(String text, Schema schema) throws Refusal {
        Searched searched = Sosl.read(text);
        if (searched.isBlank()) {
            throw Refusal.ofArguments("`q` is empty; it must be a SOSL search.");
        }
        return searched.isSearch() ? Checker.unknownNames(searched, schema) : List.of();
    }

    @Override
    public void apply(Call call) throws Refusal, SalesforceException {
        String text = call.text("q");
        AskedSchema now = new AskedSchema(object -> objects.now(call, object));
        Schema kept = new KeptSchema(object -> objects.last(call, object), now);
        if (!unknown(text, kept, now).isEmpty()) {
            List<UnknownName> unknown = unknown(text, now, now);
            if (!unknown.isEmpty()) {
                throw Refusal.ofArguments(told(call, text, unknown));
            }
        }
    }

    private List<UnknownName> unknown(String text, Schema schema, AskedSchema now) throws Refusal, SalesforceException {
        List<UnknownName> unknown = reading.unknown(text, schema);
        Optional<SalesforceException> failure = now.failure();
        if (failure.isPresent() && !AskedSchema.isOfOneObject(failure.get())) {
            throw failure.get();
        }
        return unknown.stream().filter(name -> !isOfOwnNamespace(name)).toList();
    }

    /** What was told last, and the org's answer now where nothing was. */
    private record KeptSchema(Function<String, Optional<ObjectDescribe>> last, AskedSchema now) implements Schema {
        @Override
        public Lookup<List<ObjectSummary>> objects() {
            return now.objects();
        }

        @Override
        public Lookup<ObjectSchema> object(String name) {
            Optional<ObjectDescribe> known = last.apply(name);
            return known.isPresent() ? new Lookup.Found<>(known.get().schema()) : now.object(name);
        }
    }

    /** An org with a namespace of its own describes {@code ns__Size__c} and takes {@code Size__c} as well. */
    private static boolean isOfOwnNamespace(UnknownName unknown) {
        String end = "__" + unknown.name().toLowerCase(Locale.ROOT);
        return unknown.known().stream()
                .anyMatch(known -> known.toLowerCase(Locale.ROOT).endsWith(end));
    }

    /** The first with its place, as Salesforce shows it; the others below it. */
    private String told(Call call, String text, List<UnknownName> unknown) throws SalesforceException {
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

    private String detail(Call call, UnknownName unknown) throws SalesforceException {
        if (unknown.kind() == UnknownName.Kind.OBJECT) {
            return objects.unknown(call, unknown.name());
        }
        List<String> meant =
                unknown.problem().fixes().stream().map(Fix::replacement).toList();
        return unknown.problem().message() + DidYouMean.sentence(meant) + objects.choices(unknown.known());
    }
}
