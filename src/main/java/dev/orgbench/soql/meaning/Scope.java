package dev.orgbench.soql.meaning;

import dev.orgbench.soql.Condition;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Query;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names mean inside one query or sub-query. */
public final class Scope {
    /** Leads from any record to what the user may do with it, and stands in no describe. (Object Reference, "UserRecordAccess".) */
    private static final String RECORD_ACCESS = "userrecordaccess";

    private final Schema schema;
    private final Query query;
    private final @Nullable Scope parent;
    private final Target root;
    private final Map<String, Target> aliases = new HashMap<>();

    /** @param parent the query that this one selects children of, or null */
    private Scope(Schema schema, Query query, @Nullable Scope parent) {
        this.schema = schema;
        this.query = query;
        this.parent = parent;
        this.root = root();
        for (int i = 0; i < query.from().size(); i++) {
            Query.From from = query.from().get(i);
            Target target = i == 0 ? root : walk(from.path().names());
            if (from.alias() != null) {
                aliases.put(from.alias().key(), target);
            }
        }
    }

    /** The scope of a query that stands alone, or behind IN. */
    public static Scope of(Query query, Schema schema) {
        return new Scope(schema, query, null);
    }

    /** The scope of the innermost query around {@code place}. */
    public static Scope at(Query whole, Range place, Schema schema) {
        Scope scope = of(whole, schema);
        while (true) {
            Scope inner = scope.nestedAt(place);
            if (inner == null) {
                return scope;
            }
            scope = inner;
        }
    }

    private @Nullable Scope nestedAt(Range place) {
        for (SelectItem item : query.select()) {
            if (item instanceof SelectItem.Children children && contains(children.query(), place)) {
                return child(children.query());
            }
        }
        for (Condition.SemiJoin join : semiJoins(query)) {
            if (contains(join.query(), place)) {
                return of(join.query(), schema);
            }
        }
        return null;
    }

    private static boolean contains(Query query, Range place) {
        return query.range().start() <= place.start()
                && place.end() <= query.range().end();
    }

    /** The scope of a sub-query in this one's SELECT list. */
    public Scope child(Query childQuery) {
        return new Scope(schema, childQuery, this);
    }

    /** The sub-queries behind IN, in WHERE and HAVING, wherever they nest. */
    public static List<Condition.SemiJoin> semiJoins(Query query) {
        List<Condition.SemiJoin> found = new ArrayList<>();
        collect(query.where(), found);
        collect(query.having(), found);
        return found;
    }

    private static void collect(@Nullable Condition condition, List<Condition.SemiJoin> found) {
        switch (condition) {
            case null -> {}
            case Condition.And and -> and.conditions().forEach(each -> collect(each, found));
            case Condition.Or or -> or.conditions().forEach(each -> collect(each, found));
            case Condition.Not not -> collect(not.condition(), found);
            case Condition.Group group -> collect(group.condition(), found);
            case Condition.SemiJoin join -> found.add(join);
            case Condition.Comparison comparison -> {}
            case Condition.Membership membership -> {}
            case Condition.Gap gap -> {}
        }
    }

    public Schema schema() {
        return schema;
    }

    public Query query() {
        return query;
    }

    /** The object that the query's rows are of. */
    public Target target() {
        return root;
    }

    /** The query whose children this one selects; empty for all others. */
    public Optional<Scope> parent() {
        return Optional.ofNullable(parent);
    }

    /** In small letters, each with what it stands for. */
    public Map<String, Target> aliases() {
        return aliases;
    }

    private Target root() {
        if (query.from().isEmpty()) {
            return Target.pending("");
        }
        FieldPath path = query.from().getFirst().path();
        String name = path.field().text();
        if (name.isEmpty()) {
            return Target.pending("");
        }
        if (parent == null) {
            return object(path.text());
        }
        Lookup<ObjectSchema> children = parent.root.object().then(object -> object.child(name)
                .<Lookup<ObjectSchema>>map(child -> schema.object(child.childObject()))
                .orElseGet(Lookup.Absent::new));
        String childObject = parent.root
                .object()
                .known()
                .flatMap(object -> object.child(name))
                .map(ChildSchema::childObject)
                .orElse(name);
        return new Target(childObject, children);
    }

    /** An object by its name. */
    public Target object(String name) {
        return new Target(name, schema.object(name));
    }

    /** Where the relationships {@code names} lead; pending if that cannot be said. */
    public Target walk(List<Name> names) {
        List<Meaning> meanings = meanings(names, false, null);
        return meanings.isEmpty() ? root : after(meanings.getLast());
    }

    /** The same from {@code start}, without aliases. */
    public Target walk(Target start, List<Name> names) {
        Target at = start;
        for (Name name : names) {
            at = after(step(at, name));
        }
        return at;
    }

    private static Target after(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Alias alias -> alias.of();
            case Meaning.Parent step -> step.to();
            case Meaning.Field field -> Target.pending("");
            case Meaning.Unknown unknown -> Target.pending("");
            case Meaning.Undecided undecided -> Target.pending("");
        };
    }

    /** What each name of a path means, as many as the path has. */
    public List<Meaning> meanings(FieldPath path) {
        return meanings(path.names(), true, null);
    }

    /** The same for a path that begins at {@code start}, as in a branch of TYPEOF. */
    public List<Meaning> meanings(Target start, FieldPath path) {
        return meanings(path.names(), true, start);
    }

    /** @param start where the path begins, and no alias counts; null for the query's rows */
    private List<Meaning> meanings(List<Name> names, boolean endsInField, @Nullable Target start) {
        List<Meaning> meanings = new ArrayList<>(names.size());
        Target at = start == null ? root : start;
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            boolean last = endsInField && i == names.size() - 1;
            Target aliased = i == 0 && !last && start == null ? alias(name) : null;
            Meaning meaning = aliased != null ? new Meaning.Alias(aliased) : last ? field(at, name) : step(at, name);
            meanings.add(meaning);
            at = after(meaning);
        }
        return meanings;
    }

    private @Nullable Target alias(Name first) {
        Target aliased = aliases.get(first.key());
        if (aliased != null) {
            return aliased;
        }
        boolean ownName = root.name().equalsIgnoreCase(first.text())
                && root.object()
                        .known()
                        .flatMap(object -> object.parent(first.text()))
                        .isEmpty();
        return ownName ? root : null;
    }

    private static Meaning field(Target of, Name name) {
        if (name.isMissing()) {
            return new Meaning.Undecided();
        }
        return of.object()
                .known()
                .map(object -> object.field(name.text())
                        .<Meaning>map(field -> new Meaning.Field(of, field))
                        .orElseGet(() -> new Meaning.Unknown(of)))
                .orElseGet(Meaning.Undecided::new);
    }

    private Meaning step(Target of, Name name) {
        if (name.isMissing() || name.key().equals(RECORD_ACCESS)) {
            return new Meaning.Undecided();
        }
        return of.object()
                .known()
                .map(object -> object.parent(name.text())
                        .<Meaning>map(reference -> new Meaning.Parent(of, reference, parentOf(reference)))
                        .orElseGet(() -> new Meaning.Unknown(of)))
                .orElseGet(Meaning.Undecided::new);
    }

    /** What a reference leads to. */
    public Target parentOf(FieldSchema reference) {
        return reference.referenceTo().size() == 1
                ? object(reference.referenceTo().getFirst())
                : reference.isPolymorphic() ? Target.found(NameObject.SCHEMA) : Target.pending("");
    }
}
