package dev.orgbench.demo.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardObjectsTest {
    private static final List<SObject> OBJECTS = StandardObjects.load();
    private static final Schema SCHEMA = new Schema(OBJECTS, StandardObjects.relationships());

    static List<String> names() {
        return OBJECTS.stream().map(SObject::name).toList();
    }

    @Test
    void areFortyAndThePermissionsOfFields() {
        assertThat(OBJECTS).hasSize(41);
        assertThat(OBJECTS.stream().map(SObject::keyPrefix)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void describeThemselvesWithoutContradiction(String name) {
        SObject object = SCHEMA.object(name).orElseThrow();
        Set<String> relationships = new HashSet<>();
        for (Field field : object.fields()) {
            String where = name + "." + field.name();
            assertThat(field.referenceTo().isEmpty()).as(where).isEqualTo(field.type() != FieldType.REFERENCE);
            assertThat(field.type() == FieldType.BOOLEAN && field.nillable())
                    .as(where)
                    .isFalse();
            assertThat(field.type() == FieldType.TEXTAREA && field.groupable() && field.length() > 255)
                    .as(where)
                    .isFalse();
            if (field.relationshipName() != null) {
                assertThat(relationships.add(field.relationshipName()))
                        .as(where)
                        .isTrue();
            }
            if (field.compoundFieldName() != null) {
                assertThat(object.field(field.compoundFieldName())).as(where).isPresent();
            }
        }
        assertThat(object.field("Id").orElseThrow().type()).isEqualTo(FieldType.ID);
    }

    @Test
    void nameTheirChildrenByFieldsThatPointBack() {
        for (ChildRelationship relationship : StandardObjects.relationships()) {
            SObject child = SCHEMA.object(relationship.childSObject()).orElse(null);
            if (child == null || SCHEMA.object(relationship.parent()).isEmpty()) {
                continue;
            }
            child.field(relationship.field()).ifPresent(field -> assertThat(field.referenceTo())
                    .as(relationship.toString())
                    .contains(relationship.parent()));
        }
    }

    @Test
    void deleteWithTheirParentOrForbidItAsRecorded() {
        SObject account = SCHEMA.object("Account").orElseThrow();
        assertThat(SCHEMA.childRelationships(account).stream()
                        .filter(ChildRelationship::restrictedDelete)
                        .map(ChildRelationship::relationshipName))
                .contains("Cases", "Contracts", "Orders");
        assertThat(SCHEMA.childRelationships(account).stream()
                        .filter(ChildRelationship::cascadeDelete)
                        .map(ChildRelationship::relationshipName))
                .contains("Contacts", "Opportunities", "Assets", "Notes");
    }

    @Test
    void offerOnlyTheirOwnValuesByRecordType() {
        for (SObject object : OBJECTS) {
            for (RecordType type : object.recordTypes()) {
                type.picklists().forEach((name, values) -> {
                    Field field = object.field(name).orElseThrow();
                    assertThat(type.valuesOf(field).stream().map(PicklistValue::value))
                            .as(object.name() + "." + type.developerName() + "." + name)
                            .containsExactlyInAnyOrderElementsOf(values);
                });
            }
            assertThat(object.recordTypes().stream().filter(RecordType::isDefault))
                    .hasSize(object.recordTypes().isEmpty() ? 0 : 1);
        }
        Field stage =
                SCHEMA.object("Opportunity").orElseThrow().field("StageName").orElseThrow();
        RecordType renewal =
                SCHEMA.object("Opportunity").orElseThrow().recordTypes().getLast();
        assertThat(renewal.valuesOf(stage)).isEqualTo(stage.picklistValues());
    }
}
