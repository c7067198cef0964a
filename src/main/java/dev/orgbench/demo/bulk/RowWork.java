package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.Records;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
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

    private final Connection db;
    private final Records records;
    private final SObject object;
    private final Job job;
    private final Columns columns;

    RowWork(Connection db, Records records, SObject object, Job job, Columns columns) {
        this.db = db;
        this.records = records;
        this.object = object;
        this.job = job;
        this.columns = columns;
    }

    /** A record, and whether it is new. */
    record Done(String id, boolean created) {}

    Done apply(CsvRecord row) throws ApiError, SQLException {
        Values values = values(row);
        return switch (job.operation()) {
            case INSERT -> create(values);
            case UPDATE -> update(existing(values.id()), values);
            case UPSERT -> upsert(values);
            case DELETE -> delete(existing(values.id()));
            case HARD_DELETE -> delete(existing(values.id()));
            case QUERY, QUERY_ALL -> throw new IllegalStateException("A query job has no rows to write");
        };
    }

    /** What a row gives: its Id, the value of the upsert's key (both empty where there is none), and the fields. */
    private record Values(String id, String key, Map<String, RecordInput.Given> fields) {}

    /** Empty cells say nothing; {@code #N/A} empties a field. */
    private Values values(CsvRecord row) throws ApiError, SQLException {
        String id = "";
        String key = "";
        Map<String, RecordInput.Given> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.all().size(); i++) {
            String text = row.getField(i);
            if (text.isEmpty()) {
                continue;
            }
            switch (columns.all().get(i)) {
                case Columns.Own own when own.field().type() == FieldType.ID -> id = text;
                case Columns.Own own -> {
                    Field field = own.field();
                    key = field.name().equals(job.externalId()) ? text : key;
                    fields.put(field.name(), given(field, value(field, text)));
                }
                case Columns.Parent parent -> {
                    JsonNode value = text.equals(NULL)
                            ? JsonNodeFactory.instance.nullNode()
                            : JsonNodeFactory.instance.textNode(parentId(parent, text));
                    fields.put(parent.reference().name(), given(parent.reference(), value));
                }
            }
        }
        return new Values(id, key, fields);
    }

    private static RecordInput.Given given(Field field, JsonNode value) {
        return new RecordInput.Given(field.name(), value, null);
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

    private String parentId(Columns.Parent parent, String text) throws ApiError, SQLException {
        List<String> ids = ExternalKeys.find(db, parent.target(), parent.key(), text.strip());
        if (ids.isEmpty()) {
            throw new ApiError(
                    400,
                    "INVALID_FIELD",
                    Wording.foreignKey(text, parent.key().name(), parent.target().name()),
                    List.of(parent.reference().name()));
        }
        if (ids.size() > 1) {
            throw several(ids);
        }
        return ids.getFirst();
    }

    private Done create(Values values) throws ApiError, SQLException {
        if (!values.id().isEmpty()) {
            throw new ApiError(
                    400, "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an insert call", List.of("Id"));
        }
        return new Done(records.create(object, new RecordInput(values.fields())), true);
    }

    private Done update(String id, Values values) throws ApiError, SQLException {
        try {
            records.update(object, id, new RecordInput(values.fields()));
            return new Done(id, false);
        } catch (ApiError e) {
            throw inRow(e);
        }
    }

    private Done upsert(Values values) throws ApiError, SQLException {
        String name = String.valueOf(job.externalId());
        if (name.equals("Id")) {
            return values.id().isEmpty() ? create(values) : update(existing(values.id()), values);
        }
        if (values.key().isEmpty() || values.key().equals(NULL)) {
            throw new ApiError(400, "MISSING_ARGUMENT", Wording.notSpecified(name));
        }
        Field key = object.field(name).orElseThrow(() -> ApiError.noSuchColumn(name, object.name()));
        List<String> ids = ExternalKeys.find(db, object, key, values.key().strip());
        if (ids.size() > 1) {
            throw several(ids);
        }
        return ids.isEmpty() ? create(values) : update(ids.getFirst(), values);
    }

    private Done delete(String id) throws ApiError, SQLException {
        try {
            if (job.operation() == Operation.HARD_DELETE) {
                records.hardDelete(object, id);
            } else {
                records.delete(object, id);
            }
            return new Done(id, false);
        } catch (ApiError e) {
            throw inRow(e);
        }
    }

    private String existing(String text) throws ApiError {
        if (text.isEmpty() || text.equals(NULL)) {
            throw new ApiError(400, "MISSING_ARGUMENT", Wording.notSpecified("Id"));
        }
        String id = RecordId.parse(text.strip())
                .orElseThrow(() -> new ApiError(400, "MALFORMED_ID", "bad id " + text, List.of("Id")));
        if (!id.startsWith(object.keyPrefix())) {
            throw new ApiError(
                    400, "MALFORMED_ID", object.label() + " ID: id value of incorrect type: " + text, List.of("Id"));
        }
        return id;
    }

    private static ApiError several(List<String> ids) {
        return new ApiError(400, "DUPLICATE_EXTERNAL_ID", Wording.several(String.join(", ", ids)));
    }

    /** What is a missing resource in a path is a bad reference in a row. */
    private static ApiError inRow(ApiError error) {
        return error.errorCode().equals("NOT_FOUND") ? Refusals.noSuchRecord() : error;
    }
}
