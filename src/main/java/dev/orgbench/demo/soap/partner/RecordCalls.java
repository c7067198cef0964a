package dev.orgbench.demo.soap.partner;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.data.RecordInput.Given;
import dev.orgbench.demo.data.Records.Saved;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code create}, {@code update}, {@code upsert}, {@code delete}, {@code undelete}: up to 200 records, each with a result of
 * its own.
 */
final class RecordCalls {
    private final Org org;
    private final Dialect dialect;
    private final Batch batch;

    RecordCalls(Org org, Dialect dialect) {
        this.org = org;
        this.dialect = dialect;
        this.batch = new Batch(org);
    }

    List<Xml> create(SoapCall call) throws SoapFault, ApiError, SQLException {
        return batch.run(call, "sObjects", (records, sent) -> {
            SObject object = object(sent);
            return new Saved(records.create(object, input(object, sent)), true);
        });
    }

    List<Xml> update(SoapCall call) throws SoapFault, ApiError, SQLException {
        return batch.run(call, "sObjects", (records, sent) -> {
            SObject object = object(sent);
            String id = id(sent.textOf("Id"));
            if (!id.startsWith(object.keyPrefix())) {
                throw ApiError.malformedId(sent.textOf("Id"));
            }
            records.update(object, id, input(object, sent));
            return new Saved(id, false);
        });
    }

    List<Xml> delete(SoapCall call) throws SoapFault, ApiError, SQLException {
        return batch.run(call, "ids", (records, sent) -> {
            String id = id(sent.text().strip());
            records.delete(objectOf(id), id);
            return new Saved(id, false);
        });
    }

    List<Xml> undelete(SoapCall call) throws SoapFault, ApiError, SQLException {
        return batch.run(call, "ids", (records, sent) -> {
            String id = id(sent.text().strip());
            records.undelete(objectOf(id), id);
            return new Saved(id, false);
        });
    }

    List<Xml> upsert(SoapCall call) throws SoapFault, ApiError, SQLException {
        String key = call.operation().textOf("externalIDFieldName");
        return batch.run(call, "sObjects", (records, sent) -> {
            SObject object = object(sent);
            RecordInput input = input(object, sent);
            String id = sent.textOf("Id");
            return records.upsert(object, key, id.isEmpty() ? input : input.with("Id", id));
        });
    }

    private SObject object(Xml sent) throws ApiError {
        String name = dialect.objectOf(sent);
        return schema().object(name).orElseThrow(() -> ApiError.noSuchType(name));
    }

    /** The object whose records have ids that begin like this one. */
    private SObject objectOf(String id) throws ApiError {
        return schema().objectOf(id).orElseThrow(() -> ApiError.malformedId(id));
    }

    /** Asked anew within each transaction: nobody changes it then. */
    private Schema schema() {
        return org.catalogue().schema();
    }

    private RecordInput input(SObject object, Xml sent) {
        Map<String, Given> values = new LinkedHashMap<>();
        for (Xml value : sent.children()) {
            if (!dialect.isNoField(value.name())) {
                give(values, value.name(), json(object, value));
            }
        }
        for (Xml name : sent.children("fieldsToNull")) {
            give(values, name.text().strip(), JsonNodeFactory.instance.nullNode());
        }
        return new RecordInput(values);
    }

    private static void give(Map<String, Given> values, String name, JsonNode value) {
        values.put(name, new Given(name, value, JsonLocation.NA));
    }

    /** A text says all that XML can say; booleans may be digits there, which JSON does not know. */
    private static JsonNode json(SObject object, Xml value) {
        if (value.isNil()) {
            return JsonNodeFactory.instance.nullNode();
        }
        boolean isFlag = object.field(value.name())
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .isPresent();
        String text = value.text();
        return JsonNodeFactory.instance.textNode(
                !isFlag
                        ? text
                        : text.strip().equals("1") ? "true" : text.strip().equals("0") ? "false" : text.strip());
    }

    private static String id(String text) throws ApiError {
        return RecordId.parse(text).orElseThrow(() -> ApiError.malformedId(text));
    }
}
