package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.data.Records.Saved;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Does what a job does to one row of its CSV; within one transaction. */
final class RowWork {
    private static final String NULL = "#N/A";
    private static final List<String> TRUE = List.of("true", "yes", "y", "on", "1");
    private static final List<String> FALSE = List.of("false", "no", "n", "off", "0");

    private final Records records;
    private final SObject object;
    private final Job job;
    private final Columns columns;

    RowWork(Records records, SObject object, Job job, Columns columns) {
        this.records = records;
        this.object = object;
        this.job = job;
        this.columns = columns;
    }

    Saved apply(CsvRecord row) throws ApiError, SQLException {
        try {
            return done(row);
        } catch (ApiError e) {
            // What is a missing resource in a path is a bad reference in a row.
            throw e.errorCode().equals("NOT_FOUND") ? Refusals.noSuchRecord() : e;
        }
    }

    private Saved done(CsvRecord row) throws ApiError, SQLException {
        Map<String, RecordInput.Given> values = values(row);
        return switch (job.operation()) {
            case INSERT -> new Saved(records.create(object, new RecordInput(values)), true);
            case UPDATE -> {
                String id = id(values);
                records.update(object, id, new RecordInput(values));
                yield new Saved(id, false);
            }
            case UPSERT -> records.upsert(object, String.valueOf(job.externalId()), new RecordInput(values));
            case DELETE -> delete(id(values));
            case HARD_DELETE -> {
                String id = id(values);
                records.hardDelete(object, id);
                yield new Saved(id, false);
            }
            case QUERY, QUERY_ALL -> throw new IllegalStateException("A query job has no rows to write");
        };
    }

    /** Empty cells say nothing; {@code #N/A} empties a field. */
    private Map<String, RecordInput.Given> values(CsvRecord row) {
        Map<String, RecordInput.Given> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.all().size(); i++) {
            String text = row.getField(i);
            if (!text.isEmpty()) {
                RecordInput.Given given =
                        switch (columns.all().get(i)) {
                            case Columns.Own own -> given(own.field().name(), value(own.field(), text));
                            case Columns.Parent parent -> given(parent.relationship(), parent(parent, text));
                        };
                values.put(given.name(), given);
            }
        }
        return values;
    }

    /** As a JSON body names a parent by one of its keys. */
    private static JsonNode parent(Columns.Parent parent, String text) {
        if (text.equals(NULL)) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.putObject("attributes").put("type", parent.target().name());
        return record.put(parent.key().name(), text);
    }

    private static RecordInput.Given given(String name, JsonNode value) {
        return new RecordInput.Given(name, value, null);
    }

    private static JsonNode value(Field field, String text) {
        if (text.equals(NULL)) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (field.type() == FieldType.BOOLEAN) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (TRUE.contains(word) || FALSE.contains(word)) {
                return JsonNodeFactory.instance.booleanNode(TRUE.contains(word));
            }
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    private Saved delete(String id) throws ApiError, SQLException {
        records.delete(object, id);
        return new Saved(id, false);
    }

    /** The row's id, which is taken out of its values. */
    private String id(Map<String, RecordInput.Given> values) throws ApiError {
        RecordInput.Given given = values.remove("Id");
        String text = given == null ? "" : given.value().asText("").strip();
        if (given == null || given.value().isNull()) {
            throw new ApiError(400, "MISSING_ARGUMENT", Wording.notSpecified("Id"));
        }
        String id = RecordId.parse(text)
                .orElseThrow(() -> new ApiError(400, "MALFORMED_ID", "bad id " + text, List.of("Id")));
        if (!id.startsWith(object.keyPrefix())) {
            throw ApiError.idOfAnother(object.label(), text);
        }
        return id;
    }
}
