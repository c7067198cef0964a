package dev.orgbench.demo.query;

import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.query.naive.GoldenTable;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The org of the tables in {@code /demo/golden}, on SQLite. It is Sunday, 2026-11-22, 10:00 UTC; its user, U1, is in Los
 * Angeles, where it is 02:00.
 */
final class GoldenOrg implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private static final Map<String, String> PREFIXES =
            Map.of("D", "00D", "U", "005", "G", "00G", "A", "001", "C", "003", "O", "006", "T", "00T");
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{1,3}");
    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*(\\d+)}");

    private final Connection db;
    private final QueryEngine engine;

    GoldenOrg(Path folder) throws SQLException, IOException {
        this(folder, GoldenTable.NAMES.stream().map(GoldenTable::read).toList());
    }

    GoldenOrg(Path folder, List<GoldenTable> tables) throws SQLException, IOException {
        Schema schema = new Schema(
                tables.stream().map(GoldenOrg::object).toList(),
                List.of(
                        children("Account", "ChildAccounts", "Account", "ParentId"),
                        children("Account", "Contacts", "Contact", "AccountId"),
                        children("Account", "Opportunities", "Opportunity", "AccountId"),
                        children("Contact", "Tasks", "Task", "WhoId")));
        db = DriverManager.getConnection("jdbc:sqlite:" + Files.createTempFile(folder, "golden", ".db"));
        db.setAutoCommit(false);
        for (GoldenTable table : tables) {
            ObjectTables.create(db, schema.object(table.name()).orElseThrow());
            for (Map<String, @Nullable String> row : table.rows()) {
                insert(table, row);
            }
        }
        db.commit();
        engine = new QueryEngine(() -> schema, Clock.fixed(NOW, ZoneOffset.UTC), ZONE);
    }

    /**
     * Answers a query in which {@code {A1}} is the id of the first account, in 15 characters if the letter is small, and
     * {@code {x*3}} is {@code xxx}. In front of it may stand {@code ALL}, for queryAll, and a version: {@code v57}.
     */
    QueryPage query(String soql) throws ApiError, SQLException {
        boolean all = soql.startsWith("ALL ");
        boolean old = soql.startsWith("v57 ");
        String text = all || old ? soql.substring(4) : soql;
        String base = "/services/data/" + (old ? "v57.0" : "v67.0");
        return engine.query(db, new QueryRequest(filled(text), base, all, QueryRequest.DEFAULT_BATCH_SIZE, id("U1")));
    }

    /** Changes the org, which all its later answers show. */
    void execute(String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The code of an id, or the text itself where it is none. */
    static String code(String text) {
        return PREFIXES.entrySet().stream()
                .filter(prefix -> text.length() == 18 && text.startsWith(prefix.getValue() + "5g000"))
                .map(prefix -> prefix.getKey() + Integer.parseInt(text.substring(5, 15)))
                .findFirst()
                .orElse(text);
    }

    /** The id of a code, in 18 characters. */
    static String id(String code) {
        String number = "%010d".formatted(Integer.parseInt(code.substring(1)));
        return RecordId.parse(prefix(code) + "5g" + number).orElseThrow();
    }

    private static String prefix(String code) {
        return Objects.requireNonNull(PREFIXES.get(code.substring(0, 1)));
    }

    static String filled(String soql) {
        String text = REPEATED.matcher(soql).replaceAll(m -> m.group(1).repeat(Integer.parseInt(m.group(2))));
        text = Pattern.compile("\\{([A-Z]\\d+)}").matcher(text).replaceAll(m -> id(m.group(1)));
        return Pattern.compile("\\{([a-z])(\\d+)}")
                .matcher(text)
                .replaceAll(m ->
                        id(m.group(1).toUpperCase(Locale.ROOT) + m.group(2)).substring(0, 15));
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }

    private void insert(GoldenTable table, Map<String, @Nullable String> row) throws SQLException {
        List<String> fields = new ArrayList<>(table.types().keySet());
        fields.removeIf(field -> table.type(field).equals("location"));
        String marks = String.join(", ", Collections.nCopies(fields.size(), "?"));
        String sql = "INSERT INTO \"" + table.name() + "\" (" + String.join(", ", fields) + ") VALUES (" + marks + ")";
        try (PreparedStatement insert = db.prepareStatement(sql)) {
            for (int i = 0; i < fields.size(); i++) {
                insert.setObject(i + 1, value(row.get(fields.get(i))));
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object value(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        if (cell.equals("true") || cell.equals("false")) {
            return cell.equals("true") ? 1 : 0;
        }
        return CODE.matcher(cell).matches() ? id(cell) : cell;
    }

    private static ChildRelationship children(String parent, String name, String child, String field) {
        return new ChildRelationship(parent, name, child, field, false, false);
    }

    private static SObject object(GoldenTable table) {
        String id = Objects.requireNonNull(table.rows().getFirst().get("Id"));
        List<Field> fields =
                table.types().keySet().stream().map(name -> field(table, name)).toList();
        return new SObject(null, table.name(), table.name(), table.name(), prefix(id), fields, null);
    }

    private static Field field(GoldenTable table, String name) {
        String more = table.type(name, 1);
        return switch (table.type(name)) {
            case "name" ->
                new FieldBuilder(name, name, FieldType.STRING).nameField().build();
            case "key" ->
                new FieldBuilder(name, name, FieldType.STRING)
                        .caseSensitive(true)
                        .build();
            case "reference" ->
                new FieldBuilder(name, name, FieldType.REFERENCE)
                        .reference(table.targets(name), more)
                        .build();
            case "picklist" -> picklist(name, FieldType.PICKLIST, more).build();
            case "multipicklist" ->
                picklist(name, FieldType.MULTIPICKLIST, more)
                        .querying(true, false, false, false)
                        .build();
            case "longtext" ->
                new FieldBuilder(name, name, FieldType.TEXTAREA)
                        .querying(false, false, false, false)
                        .build();
            case "currency" -> number(name, FieldType.CURRENCY, 2).build();
            case "double" -> number(name, FieldType.DOUBLE, 6).partOf(more).build();
            case "percent" -> number(name, FieldType.PERCENT, 0).build();
            case "datetime" ->
                new FieldBuilder(name, name, FieldType.DATETIME)
                        .querying(true, true, false, true)
                        .build();
            case "boolean" ->
                new FieldBuilder(name, name, FieldType.BOOLEAN)
                        .querying(true, true, true, false)
                        .build();
            case "location" ->
                new FieldBuilder(name, name, FieldType.LOCATION)
                        .querying(true, true, false, false)
                        .build();
            default -> new FieldBuilder(name, name, FieldType.of(table.type(name))).build();
        };
    }

    private static FieldBuilder number(String name, FieldType type, int scale) {
        return new FieldBuilder(name, name, type).number(18, scale).querying(true, true, false, true);
    }

    private static FieldBuilder picklist(String name, FieldType type, String values) {
        return new FieldBuilder(name, name, type)
                .picklist(
                        Stream.of(values.split(","))
                                .map(v -> new PicklistValue(v, v + " label", true, false))
                                .toList(),
                        false);
    }
}
