package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What reading one answer needs: the connection, its statements (each prepared once), and how its URLs begin. */
final class Reading implements AutoCloseable {
    private final Connection db;
    private final Schema schema;
    private final String base;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Reading(Connection db, Schema schema, String base) {
        this.db = db;
        this.schema = schema;
        this.base = base;
    }

    /** Runs a statement; the caller closes the rows before it runs the same SQL again. */
    ResultSet run(Fragment sql) throws SQLException {
        PreparedStatement statement = statements.get(sql.text());
        if (statement == null) {
            statement = db.prepareStatement(sql.text());
            statements.put(sql.text(), statement);
        }
        List<Object> parameters = sql.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement.executeQuery();
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
                .put("url", base + "/sobjects/" + object + "/" + id);
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
