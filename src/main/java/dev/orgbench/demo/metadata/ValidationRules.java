package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.Rows;
import dev.orgbench.demo.data.Sequences;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.formula.Formula;
import dev.orgbench.demo.formula.FormulaException;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.ValidationRule;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes, changes and deletes validation rules.
 */
public final class ValidationRules implements Definitions {
    private static final String ID_PREFIX = "03d";

    private final Catalogue catalogue;

    public ValidationRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Makes a rule.
     *
     * @param fullName {@code Account.Phone_Is_Long}
     * @return the new rule's 03d id
     */
    @Override
    public String create(Connection db, String fullName, ObjectNode metadata, Stamp stamp)
            throws ApiError, SQLException {
        int dot = fullName.indexOf('.');
        SObject object = catalogue
                .current(db)
                .object(fullName.substring(0, Math.max(0, dot)))
                .orElseThrow(() -> new ApiError(
                        400,
                        "FIELD_INTEGRITY_EXCEPTION",
                        "Invalid fullName '" + fullName + "': write it as Object.Rule_Name",
                        List.of("FullName")));
        String name = fullName.substring(dot + 1);
        MetadataKeys.checkDeveloperName(name, "Validation Rule");
        String full = object.name() + "." + name;
        if (exists(db, full)) {
            throw new ApiError(
                    400,
                    "DUPLICATE_DEVELOPER_NAME",
                    "There is already a Validation Rule named " + name + " on " + object.label() + ".",
                    List.of("FullName"));
        }
        String id = Sequences.nextId(db, ID_PREFIX);
        Map<String, @Nullable Object> row = described(db, object, metadata);
        row.put("Id", id);
        row.put("ValidationName", name);
        row.put("ManageableState", "unmanaged");
        row.put("EntityDefinitionId", DefinitionRows.durableId(object));
        row.put("FullName", full);
        DefinitionRows.created(row, stamp);
        Rows.insert(db, ToolingObjects.VALIDATION_RULE, row);
        return id;
    }

    /** Replaces the metadata as a whole. */
    @Override
    public void update(Connection db, String id, ObjectNode metadata, Stamp stamp) throws ApiError, SQLException {
        String ruleId = RecordId.parse(id).orElseThrow(ApiError::notFound);
        Stored rule = all(db).stream()
                .filter(stored -> stored.id().equals(ruleId))
                .findFirst()
                .orElseThrow(ApiError::notFound);
        SObject object = catalogue.current(db).object(rule.object()).orElseThrow(ApiError::notFound);
        Map<String, @Nullable Object> row = described(db, object, metadata);
        DefinitionRows.modified(row, stamp);
        Rows.update(db, ToolingObjects.VALIDATION_RULE, ruleId, row);
    }

    @Override
    public void delete(Connection db, String id, Stamp stamp) throws ApiError, SQLException {
        String ruleId = RecordId.parse(id).orElseThrow(ApiError::notFound);
        if (all(db).stream().noneMatch(stored -> stored.id().equals(ruleId))) {
            throw ApiError.notFound();
        }
        Rows.delete(db, ToolingObjects.VALIDATION_RULE, "Id", ruleId);
    }

    /** What the rule's author should know: that the org can not work its formula out, so that it never fires. */
    @Override
    public Optional<String> warning(Connection db, String id) throws SQLException {
        Schema schema = catalogue.current(db);
        for (Stored rule : all(db)) {
            if (rule.id().equals(id)) {
                return problem(schema, rule).map(FormulaException::text);
            }
        }
        return Optional.empty();
    }

    /** The rules that hold, by the names of their objects. One that can not be worked out never fires. */
    static Map<String, List<ValidationRule>> ofOrg(Connection db, Schema schema) throws SQLException {
        Map<String, List<ValidationRule>> rules = new LinkedHashMap<>();
        for (Stored rule : all(db)) {
            if (rule.active()) {
                compiled(schema, rule).ifPresent(made -> rules.computeIfAbsent(rule.object(), _ -> new ArrayList<>())
                        .add(made));
            }
        }
        return rules;
    }

    private static Optional<ValidationRule> compiled(Schema schema, Stored rule) {
        SObject object = schema.object(rule.object()).orElse(null);
        if (object == null) {
            return Optional.empty();
        }
        try {
            ValidationRule.Condition condition = Formula.condition(schema, object, rule.formula());
            return Optional.of(new ValidationRule(rule.name(), condition, rule.errorField(), rule.errorMessage()));
        } catch (FormulaException e) {
            return Optional.empty();
        }
    }

    /** The rules whose formulas {@code schema} breaks, as errors name them. */
    static List<String> broken(Connection db, Schema schema) throws SQLException {
        return all(db).stream()
                .filter(rule -> problem(schema, rule)
                        .filter(problem -> !problem.isKnownToSalesforce())
                        .isPresent())
                .map(rule -> "Validation Rule - " + rule.fullName())
                .toList();
    }

    private static Optional<FormulaException> problem(Schema schema, Stored rule) {
        SObject object = schema.object(rule.object()).orElse(null);
        if (object == null) {
            return Optional.empty();
        }
        try {
            Formula.condition(schema, object, rule.formula());
            return Optional.empty();
        } catch (FormulaException e) {
            return Optional.of(e);
        }
    }

    private Map<String, @Nullable Object> described(Connection db, SObject object, ObjectNode given)
            throws ApiError, SQLException {
        ValidationRuleDefinition definition = ValidationRuleDefinition.read(given, object);
        FormulaChecks.rule(db, catalogue.current(db), object, definition.formula());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("Active", definition.active() ? 1L : 0L);
        row.put("Description", definition.metadata().path("description").textValue());
        row.put("ErrorDisplayField", definition.errorField());
        row.put("ErrorMessage", definition.errorMessage());
        row.put("Metadata", definition.metadata().toString());
        return row;
    }

    private static boolean exists(Connection db, String fullName) throws SQLException {
        return all(db).stream().anyMatch(rule -> rule.fullName().equalsIgnoreCase(fullName));
    }

    /**
     * A rule as the file holds it.
     *
     * @param object the object's API name
     */
    public record Stored(String id, String object, String name, ObjectNode metadata) {
        String fullName() {
            return object + "." + name;
        }

        boolean active() {
            return metadata.path("active").asBoolean();
        }

        String formula() {
            return metadata.path("errorConditionFormula").asText();
        }

        @Nullable
        String errorField() {
            return metadata.path("errorDisplayField").textValue();
        }

        String errorMessage() {
            return metadata.path("errorMessage").asText();
        }
    }

    /** Every rule, by the alphabet. */
    public static List<Stored> all(Connection db) throws SQLException {
        List<Stored> rules = new ArrayList<>();
        try (PreparedStatement statement =
                        db.prepareStatement("SELECT Id, FullName, Metadata FROM ValidationRule ORDER BY FullName");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String fullName = rows.getString("FullName");
                int dot = fullName.indexOf('.');
                rules.add(new Stored(
                        rows.getString("Id"), fullName.substring(0, dot), fullName.substring(dot + 1), (ObjectNode)
                                Json.own(rows.getString("Metadata"))));
            }
        }
        return rules;
    }
}
