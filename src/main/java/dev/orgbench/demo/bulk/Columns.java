package dev.orgbench.demo.bulk;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the columns of a job's CSV are, from its header. (Bulk API 2.0 guide, "Prepare CSV Files".) */
final class Columns {
    private final List<Column> columns;

    private Columns(List<Column> columns) {
        this.columns = columns;
    }

    /** One column. */
    sealed interface Column {}

    /** A field of the record itself, its Id too. */
    record Own(Field field) implements Column {}

    /** A key of the record that a relationship leads to: {@code Account.Key__c}, {@code User:Owner.Username}. */
    record Parent(String relationship, SObject target, Field key) implements Column {}

    List<Column> all() {
        return columns;
    }

    static Columns read(List<String> header, Job job, SObject object, Schema schema) throws JobFailure {
        List<Column> columns = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (String cell : header) {
            String name = cell.strip();
            Column column = own(object, name)
                    .or(() -> parent(object, schema, name))
                    .orElseThrow(() -> new JobFailure(Wording.fieldNotFound(name)));
            if (!seen.add(column instanceof Parent parent ? parent.relationship() : column)) {
                throw new JobFailure(Wording.duplicateColumn(name));
            }
            columns.add(column);
        }
        Columns all = new Columns(columns);
        all.checkFor(job);
        return all;
    }

    private void checkFor(Job job) throws JobFailure {
        boolean hasId = columns.stream()
                .anyMatch(column -> column instanceof Own own && own.field().type() == FieldType.ID);
        boolean needsId = job.operation() == Operation.UPDATE || job.operation().isDelete();
        if (needsId && !hasId) {
            throw new JobFailure(Wording.fieldNotFound("Id"));
        }
        if (job.operation().isDelete() && columns.size() > 1) {
            throw new JobFailure(Wording.ONLY_IDS);
        }
        String key = job.externalId();
        if (key != null
                && columns.stream()
                        .noneMatch(column ->
                                column instanceof Own own && own.field().name().equals(key))) {
            throw new JobFailure(Wording.fieldNotFound(key));
        }
    }

    /** Whether records may be found by the field. */
    static boolean isKey(Field field) {
        return field.externalId() || field.idLookup();
    }

    private static Optional<Column> own(SObject object, String name) {
        return object.field(name).map(Own::new);
    }

    private static Optional<Column> parent(SObject object, Schema schema, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String path = name.substring(0, dot);
        int colon = path.indexOf(':');
        String wanted = colon < 0 ? "" : path.substring(0, colon).toLowerCase(Locale.ROOT);
        Optional<Field> reference = object.relationship(path.substring(colon + 1));
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        List<String> targets = reference.get().referenceTo().stream()
                .filter(target ->
                        wanted.isEmpty() || target.toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        // A reference to several objects must say which one is meant.
        if (targets.size() != 1) {
            return Optional.empty();
        }
        return schema.object(targets.getFirst()).flatMap(target -> target.field(name.substring(dot + 1))
                .filter(Columns::isKey)
                .map(key -> new Parent(String.valueOf(reference.get().relationshipName()), target, key)));
    }
}
