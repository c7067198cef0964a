package dev.orgbench.demo.search;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.search.SearchRequest.Target;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.ErrorText;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.SoqlSyntaxException;
import dev.orgbench.soql.sosl.Search;
import dev.orgbench.soql.sosl.Search.FieldGroup;
import dev.orgbench.soql.sosl.Search.With;
import dev.orgbench.soql.sosl.Sosl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From SOSL to what is to be done; what the org does not do is refused where it stands. */
final class SoslReader {
    private final Schema schema;
    private final String sosl;

    private SoslReader(Schema schema, String sosl) {
        this.schema = schema;
        this.sosl = sosl;
    }

    /** @throws ApiError MALFORMED_SEARCH, or INVALID_TYPE for an object that is not there */
    static SearchRequest read(Schema schema, String sosl) throws ApiError {
        return new SoslReader(schema, sosl).request(parse(sosl));
    }

    static Search parse(String sosl) throws ApiError {
        try {
            return Sosl.parse(sosl);
        } catch (SoqlSyntaxException e) {
            throw SearchRequest.malformed(e.text());
        }
    }

    private SearchRequest request(Search search) throws ApiError {
        for (With with : search.with()) {
            Optional<String> unserved = unserved(with);
            if (unserved.isPresent()) {
                throw refused(with.range(), Wording.notHere("WITH " + unserved.get()));
            }
        }
        List<Target> targets = new ArrayList<>();
        Set<SObject> seen = new HashSet<>();
        for (Returned returned : search.returning()) {
            Target target = target(returned);
            if (!seen.add(target.object())) {
                throw refused(returned.range(), Wording.twice(target.object().name()));
            }
            targets.add(target);
        }
        if (targets.isEmpty()) {
            schema.objects().stream()
                    .filter(object -> object.traits().has("searchable"))
                    .forEach(object -> targets.add(Target.of(object)));
        }
        FieldGroup in = search.in() == null ? FieldGroup.ALL : search.in();
        int limit = search.limit() == null ? SearchRequest.MOST_RECORDS : number(search.limit());
        return new SearchRequest(search.term(), in, targets, limit);
    }

    /** Rights are never less than all here, and nothing is spelled anew: saying so changes nothing. */
    private static Optional<String> unserved(With with) {
        return switch (with) {
            case With.Access _, With.SpellCorrection _ -> Optional.empty();
            case With.Division _ -> Optional.of("DIVISION");
            case With.DataCategories _ -> Optional.of("DATA CATEGORY");
            case With.Network _ -> Optional.of("NETWORK");
            case With.Pricebook _ -> Optional.of("PricebookId");
            case With.Snippet _ -> Optional.of("SNIPPET");
            case With.Highlight _ -> Optional.of("HIGHLIGHT");
            case With.Metadata _ -> Optional.of("METADATA");
        };
    }

    private Target target(Returned returned) throws ApiError {
        String name = returned.object().text();
        SObject object = schema.object(name)
                .orElseThrow(() -> new ApiError(
                        400,
                        "INVALID_TYPE",
                        ErrorText.at(
                                sosl,
                                returned.object().range().start(),
                                "sObject type '" + name + "' is not supported.")));
        SearchRequest.searchable(object);
        if (returned.listView() != null) {
            throw refused(returned.listView().range(), Wording.notHere("USING LISTVIEW"));
        }
        Query query = returned.query();
        if (query.select().isEmpty()) {
            return Target.of(object);
        }
        Range fields =
                query.select().getFirst().range().to(query.select().getLast().range());
        String where = query.where() == null ? "" : text(query.where().range());
        String orderBy = query.orderBy().isEmpty()
                ? ""
                : text(query.orderBy()
                        .getFirst()
                        .range()
                        .to(query.orderBy().getLast().range()));
        int limit = query.limit() == null ? SearchRequest.MOST_RECORDS : number(query.limit());
        int offset = query.offset() == null ? 0 : number(query.offset());
        return new Target(object, text(fields), where, orderBy, limit, offset);
    }

    private String text(Range range) {
        return sosl.substring(range.start(), range.end());
    }

    private static int number(Query.Amount amount) {
        return Math.clamp(amount.number(), 0, SearchRequest.MOST_RECORDS);
    }

    private ApiError refused(Range range, String detail) {
        return SearchRequest.malformed(ErrorText.at(sosl, range.start(), detail));
    }
}
