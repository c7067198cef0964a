package dev.orgbench.demo.soap.partner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.query.QueryPage;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code query}, {@code queryAll}, {@code queryMore}, {@code retrieve}. */
final class QueryCalls {
    private static final int DEFAULT_BATCH_SIZE = 500;
    private static final int MOST_RETRIEVED = 2000;

    private final Org org;
    private final Dialect dialect;

    QueryCalls(Org org, Dialect dialect) {
        this.org = org;
        this.dialect = dialect;
    }

    List<Xml> query(SoapCall call, boolean all) throws SoapFault, ApiError, SQLException {
        String soql = call.operation().textOf("queryString");
        if (soql.isEmpty()) {
            throw SoapFault.of("MALFORMED_QUERY", "A query string has to be specified");
        }
        QueryRequest request = new QueryRequest(soql, call.base(), all, batchSize(call), call.userId());
        return List.of(result(org.queries().show(org.file(), request)));
    }

    List<Xml> more(SoapCall call) throws ApiError, SQLException {
        String locator = call.operation().textOf("queryLocator");
        return List.of(result(org.file().read(db -> org.queries().more(db, locator, call.base()))));
    }

    /** The records of the ids, in their order; nothing stands where there is none. */
    List<Xml> retrieve(SoapCall call) throws SoapFault, ApiError, SQLException {
        Xml sent = call.operation();
        String type = sent.textOf("sObjectType");
        SObject object = org.catalogue().schema().object(type).orElseThrow(() -> ApiError.noSuchType(type));
        List<Xml> ids = sent.children("ids");
        if (ids.size() > MOST_RETRIEVED) {
            throw SoapFault.of("EXCEEDED_ID_LIMIT", "can not retrieve more than " + MOST_RETRIEVED + " records");
        }
        List<String> wanted = new ArrayList<>();
        for (Xml id : ids) {
            wanted.add(RecordId.parse(id.text().strip())
                    .orElseThrow(() -> ApiError.malformedId(id.text().strip())));
        }
        Map<String, Xml> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            String fields = Stream.concat(
                            Stream.of("Id"), Stream.of(sent.textOf("fieldList").split(",", -1)))
                    .map(String::strip)
                    .filter(field -> !field.isEmpty())
                    .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)))
                    .stream()
                    .collect(Collectors.joining(","));
            String soql = "SELECT " + fields + " FROM " + object.name() + " WHERE Id IN ('" + String.join("','", wanted)
                    + "')";
            QueryRequest request = new QueryRequest(soql, call.base(), call.userId());
            for (JsonNode row :
                    org.file().read(db -> org.queries().query(db, request)).records()) {
                found.put(row.path("Id").asText(), writer().record("result", row));
            }
        }
        return wanted.stream()
                .map(id -> found.getOrDefault(id, Xml.nil("result")))
                .toList();
    }

    private Xml result(QueryPage page) {
        return Xml.parent("result", writer().page(page.toJson()));
    }

    private RecordXml writer() {
        return new RecordXml(dialect, org.catalogue().schema());
    }

    private static int batchSize(SoapCall call) {
        String wanted = call.header()
                .child("QueryOptions")
                .map(options -> options.textOf("batchSize"))
                .orElse("");
        return wanted.matches("\\d{1,9}") ? Integer.parseInt(wanted) : DEFAULT_BATCH_SIZE;
    }
}
