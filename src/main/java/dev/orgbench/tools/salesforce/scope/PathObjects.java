package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.meaning.Meaning;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.meaning.Target;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.tools.ObjectGate;
import dev.orgbench.tools.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Passes every object that the paths of one query lead to through a gate. A relationship to several objects leads to each
 * of them. A query without relationships asks the org nothing.
 */
final class PathObjects {
    private final Query query;
    private final ReadableSchema schema;
    private final ObjectGate gate;
    private final Supplier<Scope> resolve;
    private @Nullable Scope names;

    private PathObjects(Query query, ReadableSchema schema, ObjectGate gate, Supplier<Scope> resolve) {
        this.query = query;
        this.schema = schema;
        this.gate = gate;
        this.resolve = resolve;
    }

    /** Of a query that stands alone, or behind IN. */
    static PathObjects of(Query query, ReadableSchema schema, ObjectGate gate) {
        return new PathObjects(query, schema, gate, () -> Scope.of(query, schema));
    }

    /** Of one that selects children of this one's rows. */
    PathObjects child(Query childQuery) {
        return new PathObjects(childQuery, schema, gate, () -> names().child(childQuery));
    }

    Query query() {
        return query;
    }

    /** Whether {@code names} stand for the rows themselves, as in {@code FROM Account.Contacts}. */
    boolean isCalled(List<Name> names) {
        Query.From from = query.from().getFirst();
        Name name = names.getFirst();
        return names.size() == 1
                && (name.key().equals(from.path().field().key())
                        || (from.alias() != null && from.alias().key().equals(name.key())));
    }

    /** What the rows are of. */
    Optional<ObjectSchema> object() throws SalesforceException {
        Optional<ObjectSchema> object = names().target().object().known();
        schema.check();
        return object;
    }

    /** A path to a field. */
    void field(FieldPath path) throws Refusal, SalesforceException {
        if (!path.parents().isEmpty()) {
            pass(path, names().meanings(path), names().target());
        }
    }

    /** A path that ends in a relationship. */
    void relationship(FieldPath path) throws Refusal, SalesforceException {
        field(longer(path, path.field()));
    }

    /** A path to a field from where {@code relationship} leads. */
    void fieldBehind(FieldPath relationship, FieldPath path) throws Refusal, SalesforceException {
        fieldFrom(names().walk(relationship.names()), path);
    }

    /** A path to a field from an object that the query names. */
    void fieldOf(Name object, FieldPath path) throws Refusal, SalesforceException {
        fieldFrom(names().object(object.text()), path);
    }

    private void fieldFrom(Target start, FieldPath path) throws Refusal, SalesforceException {
        if (!path.parents().isEmpty()) {
            pass(path, names().meanings(start, path), start);
        }
    }

    private void pass(FieldPath path, List<Meaning> meanings, Target start) throws Refusal, SalesforceException {
        schema.check();
        for (int i = 0; i < meanings.size() - 1; i++) {
            Name name = path.names().get(i);
            switch (meanings.get(i)) {
                case Meaning.Parent step -> parents(path, step);
                case Meaning.Alias alias -> {
                    // Who reads it as the relationship would come to another object.
                    if (start.object()
                            .known()
                            .flatMap(object -> object.parent(name.text()))
                            .isPresent()) {
                        throw gate.unclear("the alias " + name.text() + " is a relationship as well.");
                    }
                }
                case Meaning.Unknown unknown ->
                    throw gate.unclear(unknown.in().shownName() + " has no relationship " + name.text() + ".");
                case Meaning.Field field -> throw gate.unclear(name.text() + " is a field and leads nowhere.");
                case Meaning.Undecided undecided ->
                    throw gate.unclear("it is not known where " + path.text() + " leads.");
            }
        }
    }

    private void parents(FieldPath path, Meaning.Parent step) throws Refusal {
        List<String> objects = step.reference().referenceTo();
        if (objects.isEmpty()) {
            throw gate.unclear("it is not known where " + path.text() + " leads.");
        }
        for (String object : objects) {
            gate.pass(object, path.text());
        }
    }

    private static FieldPath longer(FieldPath path, Name name) {
        List<Name> names = new ArrayList<>(path.names());
        names.add(name);
        return new FieldPath(path.range(), names);
    }

    private Scope names() {
        if (names == null) {
            names = resolve.get();
        }
        return names;
    }
}
