package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Passes every object that a query reads through a gate: its rows', its children's, its semi-joins', and those that paths
 * lead to, wherever a path can stand.
 */
final class QueryObjects {
    private final ReadableSchema schema;
    private final ObjectGate gate;

    QueryObjects(ReadableSchema schema, ObjectGate gate) {
        this.schema = schema;
        this.gate = gate;
    }

    /** A query that stands alone or behind IN, or what a search returns of an object. */
    void pass(Query query) throws Refusal, SalesforceException {
        gate.pass(query.from().getFirst().path().text());
        pass(PathObjects.of(query, schema, gate));
    }

    private void pass(PathObjects paths) throws Refusal, SalesforceException {
        Query query = paths.query();
        from(paths);
        for (SelectItem item : query.select()) {
            switch (item) {
                case SelectItem.Column column -> expression(paths, column.expression());
                case SelectItem.Children children -> children(paths, children.query());
                case SelectItem.TypeOf typeOf -> typeOf(paths, typeOf);
                case SelectItem.AllFields own -> {}
            }
        }
        condition(paths, query.where());
        condition(paths, query.having());
        if (query.groupBy() != null) {
            for (Expression expression : query.groupBy().expressions()) {
                expression(paths, expression);
            }
        }
        for (Query.Ordering ordering : query.orderBy()) {
            expression(paths, ordering.expression());
        }
    }

    /** The first was passed by who asked for it; behind it stand parents with aliases. */
    private void from(PathObjects paths) throws Refusal, SalesforceException {
        Set<String> aliases = new HashSet<>();
        for (Query.From from : paths.query().from()) {
            if (from.alias() != null && !aliases.add(from.alias().key())) {
                throw gate.unclear("there are two aliases " + from.alias().text() + ".");
            }
        }
        List<Query.From> all = paths.query().from();
        for (Query.From parent : all.subList(1, all.size())) {
            paths.relationship(parent.path());
        }
    }

    private void children(PathObjects parent, Query query) throws Refusal, SalesforceException {
        FieldPath path = query.from().getFirst().path();
        if (!path.parents().isEmpty() && !parent.isCalled(path.parents())) {
            throw gate.unclear("it is not known where " + path.text() + " leads.");
        }
        String relationship = path.field().text();
        Optional<ChildSchema> child = parent.object().flatMap(object -> object.child(relationship));
        if (child.isEmpty()) {
            throw gate.unclear("there is no child relationship " + relationship + ".");
        }
        gate.pass(child.get().childObject(), relationship);
        pass(parent.child(query));
    }

    /** Records of types that are not named come without fields, unless there is an ELSE. */
    private void typeOf(PathObjects paths, SelectItem.TypeOf typeOf) throws Refusal, SalesforceException {
        if (typeOf.otherwise().isEmpty()) {
            paths.field(typeOf.relationship());
        } else {
            paths.relationship(typeOf.relationship());
        }
        for (FieldPath field : typeOf.otherwise()) {
            paths.fieldBehind(typeOf.relationship(), field);
        }
        for (SelectItem.When branch : typeOf.branches()) {
            gate.pass(branch.type().text(), "TYPEOF " + typeOf.relationship().text());
            for (FieldPath field : branch.fields()) {
                paths.fieldOf(branch.type(), field);
            }
        }
    }

    private void expression(PathObjects paths, Expression expression) throws Refusal, SalesforceException {
        switch (expression) {
            case FieldPath path -> paths.field(path);
            case Expression.FunctionCall call -> {
                for (Expression argument : call.arguments()) {
                    expression(paths, argument);
                }
            }
            case Expression.Constant constant -> {}
            case Expression.UnknownCall call ->
                throw gate.unclear("there is no function " + call.name().text() + ".");
        }
    }

    private void condition(PathObjects paths, @Nullable Condition condition) throws Refusal, SalesforceException {
        switch (condition) {
            case null -> {}
            case Condition.And and -> {
                for (Condition each : and.conditions()) {
                    condition(paths, each);
                }
            }
            case Condition.Or or -> {
                for (Condition each : or.conditions()) {
                    condition(paths, each);
                }
            }
            case Condition.Not not -> condition(paths, not.condition());
            case Condition.Group group -> condition(paths, group.condition());
            case Condition.Comparison comparison -> expression(paths, comparison.left());
            case Condition.Membership membership -> expression(paths, membership.left());
            case Condition.SemiJoin join -> {
                expression(paths, join.left());
                pass(join.query());
            }
            case Condition.Gap gap -> throw gate.unclear("a condition is not finished.");
        }
    }
}
