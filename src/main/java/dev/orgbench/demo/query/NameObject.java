package dev.orgbench.demo.query;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of Salesforce's Name object, each looked up in whichever object the reference points to. */
final class NameObject {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "firstname",
            "lastname",
            "alias",
            "email",
            "phone",
            "title",
            "username",
            "isactive",
            "profileid",
            "userroleid");
    private static final Field TYPE = text("Type");

    private NameObject() {}

    static Optional<Column> column(Entity.AnyOf entity, String fieldName) {
        String key = fieldName.toLowerCase(Locale.ROOT);
        if (key.equals("type")) {
            return Optional.of(new Column(entity, TYPE, choose(entity, o -> Optional.of(SqlText.text(o.name())))));
        }
        if (!FIELDS.contains(key)) {
            return Optional.empty();
        }
        return entity.targets().stream()
                .flatMap(target -> field(target, key).stream())
                .findFirst()
                .map(field -> new Column(
                        entity, key.equals("name") ? text("Name") : field, choose(entity, target -> field(target, key)
                                .map(f -> lookUp(entity, target, f)))));
    }

    /** The SQL of the id of the row that the reference points to; NULL where there is no such row. */
    static String id(Entity.AnyOf entity) {
        return choose(entity, target -> field(target, "id").map(field -> lookUp(entity, target, field)));
    }

    private static Optional<Field> field(SObject object, String key) {
        return key.equals("name") ? object.nameField() : object.field(key).filter(Field::isStored);
    }

    private static String lookUp(Entity.AnyOf entity, SObject target, Field field) {
        return "(SELECT n." + SqlText.name(field.name()) + " FROM " + SqlText.name(target.name())
                + " n WHERE n.\"Id\" = " + entity.reference() + ")";
    }

    private static String choose(Entity.AnyOf entity, Function<SObject, Optional<String>> valueOf) {
        StringBuilder sql = new StringBuilder("CASE substr(" + entity.reference() + ", 1, 3)");
        for (SObject target : entity.targets()) {
            valueOf.apply(target).ifPresent(value -> sql.append(" WHEN ")
                    .append(SqlText.text(target.keyPrefix()))
                    .append(" THEN ")
                    .append(value));
        }
        return sql.append(" END").toString();
    }

    private static Field text(String name) {
        return new FieldBuilder(name, name, FieldType.STRING).build();
    }
}
