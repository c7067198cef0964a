package dev.orgbench.soql.hover;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.meaning.Meaning;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.meaning.Target;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the name at a place means. */
final class NameFinder {
    private final Scope scope;
    private final Range place;
    private @Nullable Meaning found;

    private NameFinder(Scope scope, Range place) {
        this.scope = scope;
        this.place = place;
    }

    static Optional<Meaning> find(Query whole, Range place, Schema schema) {
        NameFinder finder = new NameFinder(Scope.at(whole, place, schema), place);
        finder.search(finder.scope.query());
        return Optional.ofNullable(finder.found);
    }

    private void search(Query query) {
        for (int i = 0; i < query.from().size(); i++) {
            source(query.from().get(i), i == 0);
        }
        query.select().forEach(this::item);
        condition(query.where());
        condition(query.having());
        if (query.groupBy() != null) {
            query.groupBy().expressions().forEach(this::expression);
        }
        query.orderBy().forEach(ordering -> expression(ordering.expression()));
    }

    private void source(Query.From from, boolean first) {
        boolean here = contains(from.range());
        if (here && first) {
            found = new Meaning.Alias(scope.target());
        } else if (here) {
            found = new Meaning.Alias(scope.walk(from.path().names()));
        }
    }

    private void item(SelectItem item) {
        switch (item) {
            case SelectItem.Column column -> expression(column.expression());
            case SelectItem.AllFields all -> {}
            case SelectItem.Children children -> {}
            case SelectItem.TypeOf typeOf -> typeOf(typeOf);
        }
    }

    private void typeOf(SelectItem.TypeOf typeOf) {
        for (SelectItem.When when : typeOf.branches()) {
            Target target = scope.object(when.type().text());
            if (contains(when.type().range())) {
                found = new Meaning.Alias(target);
            }
            when.fields().forEach(path -> take(path, scope.meanings(target, path)));
        }
    }

    private void condition(@Nullable Condition condition) {
        switch (condition) {
            case null -> {}
            case Condition.And and -> and.conditions().forEach(this::condition);
            case Condition.Or or -> or.conditions().forEach(this::condition);
            case Condition.Not not -> condition(not.condition());
            case Condition.Group group -> condition(group.condition());
            case Condition.Comparison test -> expression(test.left());
            case Condition.Membership test -> expression(test.left());
            case Condition.SemiJoin join -> expression(join.left());
            case Condition.Gap gap -> expression(gap.left());
        }
    }

    private void expression(Expression expression) {
        if (!contains(expression.range())) {
            return;
        }
        switch (expression) {
            case FieldPath path -> take(path, scope.meanings(path));
            case Expression.FunctionCall call -> call.arguments().forEach(this::expression);
            case Expression.UnknownCall call -> call.arguments().forEach(this::expression);
            case Expression.Constant constant -> {}
        }
    }

    private void take(FieldPath path, List<Meaning> meanings) {
        for (int i = 0; i < meanings.size(); i++) {
            Name name = path.names().get(i);
            if (name.range().equals(place)) {
                found = meanings.get(i);
            }
        }
    }

    private boolean contains(Range range) {
        return range.start() <= place.start() && place.end() <= range.end();
    }
}
