package dev.orgbench.demo.metadata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the custom objects and fields that the file holds, and adds them to the standard ones. */
final class DefinitionReader {
    private final Connection db;
    private final Map<String, SObject> objects;
    private final List<ChildRelationship> relationships;

    /** @param objects by durable id; those of the file are added */
    DefinitionReader(Connection db, Map<String, SObject> objects, List<ChildRelationship> relationships) {
        this.db = db;
        this.objects = objects;
        this.relationships = new ArrayList<>(relationships);
    }

    List<ChildRelationship> relationships() {
        return relationships;
    }

    void read() throws SQLException {
        try {
            readObjects();
            readFields("<>");
            // Roll-up summaries come last: they need to know what they sum up, which may be one of them.
            readFields("=");
            hideOwnersOfDetails();
        } catch (ApiError e) {
            throw new SQLException("The org's file holds a definition that can not be read: " + e.getMessage(), e);
        }
    }

    private void readObjects() throws SQLException, ApiError {
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT Id, FullName, KeyPrefix, Metadata FROM CustomObject ORDER BY FullName")) {
            while (rows.next()) {
                String id = rows.getString("Id");
                CustomObjectDefinition definition = CustomObjectDefinition.read(
                        id, rows.getString("FullName"), rows.getString("KeyPrefix"), metadata(rows));
                objects.put(id, definition.object());
            }
        }
    }

    private void readFields(String summary) throws SQLException, ApiError {
        Schema targets = new Schema(objects.values());
        Map<String, List<Field>> added = new LinkedHashMap<>();
        try (Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT Id, FullName, TableEnumOrId, Metadata FROM CustomField WHERE Metadata ->> '$.type' "
                                + summary + " 'Summary' ORDER BY rowid")) {
            while (rows.next()) {
                String table = rows.getString("TableEnumOrId");
                SObject object = Objects.requireNonNull(objects.get(table));
                String name = rows.getString("FullName").substring(object.name().length() + 1);
                CustomFieldDefinition definition =
                        CustomFieldDefinition.read(rows.getString("Id"), object.name(), name, metadata(rows), targets);
                if (definition.type() == CustomFieldType.SUMMARY) {
                    add(table, List.of(definition.field()));
                    targets = new Schema(objects.values());
                } else {
                    added.computeIfAbsent(table, _ -> new ArrayList<>()).addAll(definition.fields());
                }
                relationship(object, definition);
            }
        }
        added.forEach(this::add);
    }

    private void add(String table, List<Field> fields) {
        objects.computeIfPresent(table, (_, object) -> {
            List<Field> all = new ArrayList<>(object.fields());
            all.addAll(fields);
            return object.withFields(all);
        });
    }

    private void relationship(SObject child, CustomFieldDefinition definition) {
        for (String parent : definition.field().referenceTo()) {
            String name = definition.childRelationship();
            String constraint = definition.metadata().path("deleteConstraint").asText();
            relationships.add(new ChildRelationship(
                    parent,
                    name == null ? null : name + "__r",
                    child.name(),
                    definition.field().name(),
                    constraint.equals("Cascade") || definition.type() == CustomFieldType.MASTER_DETAIL,
                    constraint.equals("Restrict")));
        }
    }

    /** A detail belongs to whom its master belongs to, and has no owner of its own. */
    private void hideOwnersOfDetails() {
        objects.replaceAll((_, object) -> {
            boolean detail = object.fields().stream().anyMatch(field -> SummaryShape.isMasterDetail(field.metadata()));
            return !detail
                    ? object
                    : object.withFields(object.fields().stream()
                            .filter(field -> !field.name().equals("OwnerId"))
                            .toList());
        });
    }

    private static ObjectNode metadata(ResultSet rows) throws SQLException {
        return (ObjectNode) Json.own(rows.getString("Metadata"));
    }
}
