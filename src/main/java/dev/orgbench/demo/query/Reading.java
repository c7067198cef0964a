package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What reading one answer needs: the connection, its statements (each prepared once), and how its URLs begin. */
final class Reading implements AutoCloseable {
    private final Connection db;
    private final Schema schema;
    private final QueryRequest request;
    private final Asker asker;
    private final Cursors cursors;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Reading(Connection db, Schema schema, QueryRequest request, Asker asker, Cursors cursors) {
        this.db = db;
        this.schema = schema;
        this.request = request;
        this.asker = asker;
        this.cursors = cursors;
    }

    /** Runs a statement; the caller closes the rows before it runs the same SQL again. */
    ResultSet run(Fragment sql) throws SQLException {
        PreparedStatement statement = statements.get(sql.text());
        if (statement == null) {
            SqlFunctions.install(db, sql.text(), asker.zone());
            statement = db.prepareStatement(sql.text());
            statements.put(sql.text(), statement);
        }
        List<Object> parameters = sql.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement.executeQuery();
    }

    /**
     * Reads the first page, and of the rows behind it only their ids.
     *
     * @param path the child relationships that lead to the rows
     */
    QueryPage firstPage(ResultSet rows, RowPlan plan, List<String> path) throws SQLException {
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        List<String> first = new ArrayList<>();
        while (first.size() < request.batchSize() && rows.next()) {
            String id = rows.getString(1);
            first.add(id);
            records.add(plan.shape().read(rows, id, this));
        }
        if (first.size() < request.batchSize() || !rows.next()) {
            return new QueryPage(first.size(), null, records);
        }
        IdList ids = new IdList();
        first.forEach(ids::add);
        do {
            ids.add(rows.getString(1));
        } while (rows.next());
        return new QueryPage(ids.size(), nextUrl(cursors.add(request, path, ids), request.batchSize()), records);
    }

    /** Reads a further page. */
    QueryPage page(RowPlan plan, Cursors.Place place) throws SQLException {
        Set<String> wanted = Set.copyOf(place.ids());
        Map<String, ObjectNode> found = new HashMap<>();
        try (ResultSet row = run(plan.page(place.ids()))) {
            while (row.next()) {
                String id = row.getString(1);
                if (wanted.contains(id)) {
                    found.put(id, plan.shape().read(row, id, this));
                }
            }
        }
        ArrayNode records = JsonNodeFactory.instance.arrayNode();
        place.ids().stream().map(found::get).filter(Objects::nonNull).forEach(records::add);
        int next = place.offset() + request.batchSize();
        return new QueryPage(place.size(), next < place.size() ? nextUrl(place.id(), next) : null, records);
    }

    private String nextUrl(String cursor, int offset) {
        return request.base() + (request.all() ? "/queryAll/" : "/query/") + cursor + "-" + offset;
    }

    /** A record's {@code attributes}. */
    ObjectNode attributes(Entity entity, String id) {
        String object =
                switch (entity) {
                    case Entity.Table table -> table.name();
                    case Entity.AnyOf any ->
                        schema.objectOf(id).map(SObject::name).orElse(any.name());
                };
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", entity.name())
                .put("url", request.base() + "/sobjects/" + object + "/" + id);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
