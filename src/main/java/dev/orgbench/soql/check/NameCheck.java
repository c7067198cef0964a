package dev.orgbench.soql.check;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.check.UnknownName.Kind;
import dev.orgbench.soql.meaning.Meaning;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.meaning.Target;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reports names that the org does not have. */
final class NameCheck {
    private final Scope scope;
    private final Report report;
    private final Set<String> parents = new HashSet<>();

    NameCheck(Scope scope, Report report) {
        this.scope = scope;
        this.report = report;
    }

    /** The query's object, or the children that it selects. */
    void source() {
        if (scope.query().from().isEmpty()) {
            return;
        }
        Query.From from = scope.query().from().getFirst();
        Name name = from.path().field();
        if (name.isMissing()) {
            return;
        }
        if (scope.parent().isPresent()) {
            scope.parent().get().target().object().known().ifPresent(object -> children(object, name));
        } else if (scope.target().object() instanceof Lookup.Absent) {
            object(from.path());
        }
        for (Query.From further :
                scope.query().from().subList(1, scope.query().from().size())) {
            aliased(further.path());
        }
    }

    private void object(FieldPath path) {
        List<ObjectSummary> objects = scope.schema().objects().known().orElse(List.of());
        Stream<String> byLabel = objects.stream()
                .filter(object -> object.label().equalsIgnoreCase(path.text()))
                .map(ObjectSummary::name);
        List<Fix> near = Report.guesses(
                path.range(),
                path.text(),
                objects.stream().map(ObjectSummary::name).toList());
        report.unknown(
                Kind.OBJECT,
                path.field(),
                "There is no object " + path.text() + ", or this user may not see it.",
                Stream.concat(Report.changes(path.range(), byLabel).stream(), near.stream())
                        .distinct()
                        .toList(),
                List.of());
    }

    private void children(ObjectSchema object, Name name) {
        if (object.child(name.text()).isPresent()) {
            return;
        }
        Stream<String> byObject = object.children().stream()
                .filter(child -> child.childObject().equalsIgnoreCase(name.text()))
                .map(ChildSchema::relationshipName);
        List<String> known =
                object.children().stream().map(ChildSchema::relationshipName).toList();
        List<Fix> near = Report.guesses(name.range(), name.text(), known);
        report.unknown(
                Kind.RELATIONSHIP,
                name,
                "No child relationship " + name.text() + " on " + object.name() + ".",
                Stream.concat(Report.changes(name.range(), byObject).stream(), near.stream())
                        .distinct()
                        .toList(),
                known);
    }

    private void aliased(FieldPath path) {
        List<Meaning> meanings = scope.meanings(path);
        if (meanings.getLast() instanceof Meaning.Unknown unknown) {
            unknown.in().object().known().ifPresent(object -> {
                boolean leadsToParent = object.parent(path.field().text()).isPresent();
                if (!leadsToParent) {
                    relationship(path.field(), object);
                }
            });
        }
    }

    /** Reports an unknown name in a path; the field if there is none. */
    Optional<FieldSchema> field(FieldPath path) {
        return field(path, scope.meanings(path));
    }

    /** The same for a path in a branch of TYPEOF. */
    void branchField(Target start, FieldPath path) {
        field(path, scope.meanings(start, path));
    }

    private Optional<FieldSchema> field(FieldPath path, List<Meaning> meanings) {
        int levels = 0;
        for (int i = 0; i < meanings.size(); i++) {
            Name name = path.names().get(i);
            switch (meanings.get(i)) {
                case Meaning.Field found -> {
                    return Optional.of(found.field());
                }
                case Meaning.Parent step -> {
                    levels++;
                    tooManyParents(path, i);
                }
                case Meaning.Alias alias -> {}
                case Meaning.Unknown unknown -> unknown(path, name, unknown.in());
                case Meaning.Undecided undecided -> {
                    return Optional.empty();
                }
            }
            if (levels > Limits.HIGHEST_PARENT) {
                report.error(path.range(), "A path goes through at most " + Limits.HIGHEST_PARENT + " parents.");
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void unknown(FieldPath path, Name name, Target in) {
        in.object().known().ifPresent(object -> {
            if (in.isPolymorphic() || isUnsure(path)) {
                report.error(
                        name.range(),
                        "No " + (name.equals(path.field()) ? "field " : "relationship ") + name.text() + " on "
                                + object.name() + ".",
                        Report.guesses(
                                name.range(),
                                name.text(),
                                object.fields().stream().map(FieldSchema::name).toList()));
            } else if (name.equals(path.field())) {
                unknownField(name, object);
            } else {
                relationship(name, object);
            }
        });
    }

    /** Whether Salesforce takes an alias of SELECT in HAVING, or the children's own relationship, has no public source. */
    private boolean isUnsure(FieldPath path) {
        Name first = path.names().getFirst();
        return GroupCheck.isAlias(path, scope.query())
                || (scope.parent().isPresent()
                        && scope.query().from().getFirst().path().field().key().equals(first.key()));
    }

    private void tooManyParents(FieldPath path, int upTo) {
        String key = String.join(
                ".", path.names().subList(0, upTo + 1).stream().map(Name::key).toList());
        if (parents.add(key) && parents.size() == Limits.MOST_PARENTS + 1) {
            report.error(path.range(), "A query goes to at most " + Limits.MOST_PARENTS + " parents.");
        }
    }

    private void unknownField(Name name, ObjectSchema object) {
        if (name.text().equalsIgnoreCase("DISTINCT")) {
            report.error(
                    name.range(),
                    "SOQL has no DISTINCT. Group by the field, or count with COUNT_DISTINCT().",
                    new Fix("Remove DISTINCT", name.range(), ""));
            return;
        }
        Optional<FieldSchema> parent = object.parent(name.text());
        List<String> known = object.fields().stream().map(FieldSchema::name).toList();
        if (parent.isPresent()) {
            report.unknown(
                    Kind.FIELD,
                    name,
                    name.text() + " leads to a parent: say which of its fields.",
                    List.of(
                            Report.change(name.range(), name.text() + ".Name"),
                            Report.change(name.range(), parent.get().name())),
                    known);
            return;
        }
        Stream<String> byLabel = object.fields().stream()
                .filter(field -> field.label().replace(" ", "").equalsIgnoreCase(name.text()))
                .map(FieldSchema::name);
        List<Fix> near = Report.guesses(name.range(), name.text(), known);
        report.unknown(
                Kind.FIELD,
                name,
                "No field " + name.text() + " on " + object.name() + ".",
                Stream.concat(near.stream(), Report.changes(name.range(), byLabel).stream())
                        .distinct()
                        .toList(),
                known);
    }

    /** Reports a name that leads to no parent. */
    void relationship(Name name, ObjectSchema object) {
        Stream<String> byField = object.field(name.text()).map(FieldSchema::relationshipName).stream()
                .filter(relationship -> !relationship.isEmpty());
        List<String> known =
                object.parents().stream().map(FieldSchema::relationshipName).toList();
        List<Fix> near = Report.guesses(name.range(), name.text().replaceFirst("__c$", "__r"), known);
        String what = object.child(name.text()).isPresent()
                ? name.text() + " are children of " + object.name() + ": select them in parentheses, (SELECT Id FROM "
                        + name.text() + ")."
                : "No relationship " + name.text() + " on " + object.name() + ".";
        report.unknown(
                Kind.RELATIONSHIP,
                name,
                what,
                Stream.concat(Report.changes(name.range(), byField).stream(), near.stream())
                        .distinct()
                        .toList(),
                known);
    }
}
