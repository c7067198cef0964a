package dev.orgbench.demo.search;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The words of one object's records, in an FTS5 table beside its own. It is made when the object is first searched, so that
 * filling an org costs nothing for objects that nobody searches; from then on triggers keep it in step, whoever writes and
 * in the same transaction. The triggers say which fields they cover: where those are not the object's any more, the
 * index is made anew.
 */
final class TextIndex {
    private static final Set<FieldType> SEARCHED = Set.of(
            FieldType.STRING,
            FieldType.TEXTAREA,
            FieldType.EMAIL,
            FieldType.PHONE,
            FieldType.URL,
            FieldType.PICKLIST,
            FieldType.MULTIPICKLIST,
            FieldType.COMBOBOX);
    private static final Set<String> NAMES = Set.of("FirstName", "LastName");
    private static final String COLUMNS = "name, email, phone, other";

    /** SQLite's functions take 100 at least, as it is compiled; one of them is the space. */
    private static final int MOST_ARGUMENTS = 50;

    private final SObject object;
    private final String table;

    TextIndex(SObject object) {
        this.object = object;
        this.table = "search_" + object.name();
    }

    /** The table, quoted. */
    String table() {
        return SqlText.name(table);
    }

    /** The table of its words, quoted. */
    String words() {
        return SqlText.name(table + "_words");
    }

    /** Whether it is there and covers what the object has now. */
    boolean isCurrent(Connection db) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?")) {
            statement.setString(1, table + "_insert");
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && inserting().equals(row.getString(1));
            }
        }
    }

    /** Makes it anew from the rows. */
    void build(Connection db) throws SQLException {
        String rows = SqlText.name(object.name());
        try (Statement statement = db.createStatement()) {
            for (String trigger : List.of("_insert", "_update", "_delete")) {
                statement.execute("DROP TRIGGER IF EXISTS " + SqlText.name(table + trigger));
            }
            statement.execute("DROP TABLE IF EXISTS " + words());
            statement.execute("DROP TABLE IF EXISTS " + table());
            statement.execute("CREATE VIRTUAL TABLE " + table() + " USING fts5(" + COLUMNS
                    + ", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2')");
            statement.execute("CREATE VIRTUAL TABLE " + words() + " USING fts5vocab(" + SqlText.text(table) + ", row)");
            statement.execute("INSERT INTO " + table() + " (rowid, " + COLUMNS + ") SELECT row.rowid, " + values("row")
                    + " FROM " + rows + " row");
            statement.execute(inserting());
            statement.execute("CREATE TRIGGER " + SqlText.name(table + "_update") + " AFTER UPDATE ON " + rows
                    + " BEGIN " + replace() + "; END");
            statement.execute("CREATE TRIGGER " + SqlText.name(table + "_delete") + " AFTER DELETE ON " + rows
                    + " BEGIN DELETE FROM " + table() + " WHERE rowid = old.rowid; END");
        }
    }

    private String inserting() {
        return "CREATE TRIGGER " + SqlText.name(table + "_insert") + " AFTER INSERT ON " + SqlText.name(object.name())
                + " BEGIN " + replace() + "; END";
    }

    private String replace() {
        return "INSERT OR REPLACE INTO " + table() + " (rowid, " + COLUMNS + ") VALUES (new.rowid, " + values("new")
                + ")";
    }

    private String values(String row) {
        return String.join(
                ", ",
                joined(row, TextIndex::isName),
                joined(row, field -> field.type() == FieldType.EMAIL),
                joined(row, field -> field.type() == FieldType.PHONE),
                joined(
                        row,
                        field -> !isName(field) && field.type() != FieldType.EMAIL && field.type() != FieldType.PHONE));
    }

    private static boolean isName(Field field) {
        return field.nameField() || NAMES.contains(field.name());
    }

    /** The object's fields of one kind as one text. */
    private String joined(String row, Predicate<Field> kind) {
        List<String> texts = object.fields().stream()
                .filter(field -> field.isStored() && SEARCHED.contains(field.type()) && kind.test(field))
                .map(field -> row + "." + SqlText.name(field.name()))
                .toList();
        return texts.isEmpty() ? "''" : joined(texts);
    }

    private static String joined(List<String> texts) {
        if (texts.size() <= MOST_ARGUMENTS) {
            return "concat_ws(' ', " + String.join(", ", texts) + ")";
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += MOST_ARGUMENTS) {
            parts.add(joined(texts.subList(from, Math.min(from + MOST_ARGUMENTS, texts.size()))));
        }
        return joined(parts);
    }
}
