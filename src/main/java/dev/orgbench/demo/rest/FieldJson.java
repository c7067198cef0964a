package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.Json;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field in describe: the 57 attributes that recorded answers have, in their order. */
final class FieldJson {
    private static final int BYTES_A_CHARACTER = 3;
    private static final int ID_BYTES = 18;
    private static final Set<FieldType> WITHOUT_BYTES = Set.of(
            FieldType.BOOLEAN,
            FieldType.CURRENCY,
            FieldType.DOUBLE,
            FieldType.PERCENT,
            FieldType.INT,
            FieldType.LONG,
            FieldType.DATE,
            FieldType.DATETIME,
            FieldType.TIME,
            FieldType.ADDRESS,
            FieldType.LOCATION);

    private FieldJson() {}

    static ObjectNode of(Schema schema, SObject object, Field field) {
        JsonNode metadata = field.metadata() == null ? MissingNode.getInstance() : Json.own(field.metadata());
        Optional<ChildRelationship> relationship = customRelationship(schema, object, field);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Calculation calculation = field.calculation();
        json.put("aggregatable", field.aggregatable())
                .put("aiPredictionField", false)
                .put("autoNumber", field.autoNumber())
                .put("byteLength", byteLength(field))
                .put("calculated", calculation != null)
                .put("calculatedFormula", calculation == null ? null : calculation.formula())
                .put(
                        "cascadeDelete",
                        relationship.isPresent() && relationship.get().cascadeDelete())
                .put("caseSensitive", field.caseSensitive())
                .put("compoundFieldName", field.compoundFieldName())
                .put("controllerName", field.controllerName())
                .put("createable", field.createable())
                .put("custom", field.custom());
        defaultValue(json, field);
        json.put("defaultValueFormula", defaultValueFormula(field, metadata))
                .put("defaultedOnCreate", field.defaultedOnCreate())
                .put("dependentPicklist", field.controllerName() != null)
                .put("deprecatedAndHidden", false)
                .put("digits", field.digits())
                .put(
                        "displayLocationInDecimal",
                        metadata.path("displayLocationInDecimal").asBoolean())
                .put("encrypted", field.type() == FieldType.ENCRYPTEDSTRING)
                .put("externalId", field.externalId())
                .put("extraTypeInfo", field.extraTypeInfo())
                .put("filterable", field.filterable())
                .putNull("filteredLookupInfo")
                .put("formulaTreatNullNumberAsZero", calculation != null && calculation.treatsBlanksAsZero())
                .put("groupable", field.groupable())
                .put("highScaleNumber", false)
                .put("htmlFormatted", "richtextarea".equals(field.extraTypeInfo()))
                .put("idLookup", field.idLookup())
                .put("inlineHelpText", field.inlineHelpText())
                .put("label", field.label())
                .put("length", length(field))
                .put("mask", mask(metadata.path("maskChar").asText()))
                .put("maskType", metadata.path("maskType").textValue())
                .put("name", field.name())
                .put("nameField", field.nameField())
                .put("namePointing", field.polymorphicForeignKey())
                .put("nillable", field.nillable())
                .put("permissionable", field.permissionable());
        picklist(json.putArray("picklistValues"), object, field);
        json.put("polymorphicForeignKey", field.polymorphicForeignKey())
                .put("precision", field.precision())
                .put("queryByDistance", field.type() == FieldType.ADDRESS || field.type() == FieldType.LOCATION)
                .putNull("referenceTargetField");
        ArrayNode references = json.putArray("referenceTo");
        field.referenceTo().forEach(references::add);
        json.put("relationshipName", field.relationshipName())
                .put("relationshipOrder", relationshipOrder(metadata))
                .put(
                        "restrictedDelete",
                        relationship.isPresent() && relationship.get().restrictedDelete())
                .put("restrictedPicklist", field.restrictedPicklist())
                .put("scale", field.scale())
                .put("searchPrefilterable", field.searchPrefilterable())
                .put("soapType", field.type().soapType())
                .put("sortable", field.sortable())
                .put("type", field.type().apiName())
                .put("unique", field.unique())
                .put("updateable", field.updateable())
                .put(
                        "writeRequiresMasterRead",
                        metadata.path("writeRequiresMasterRead").asBoolean());
        return json;
    }

    private static void defaultValue(ObjectNode json, Field field) {
        String value = field.defaultValue();
        if (field.type() == FieldType.BOOLEAN) {
            json.put("defaultValue", Boolean.parseBoolean(value));
        } else {
            json.put("defaultValue", value);
        }
    }

    private static int byteLength(Field field) {
        if (field.type() == FieldType.ID || field.type() == FieldType.REFERENCE) {
            return ID_BYTES;
        }
        return WITHOUT_BYTES.contains(field.type()) ? 0 : field.length() * BYTES_A_CHARACTER;
    }

    private static int length(Field field) {
        return WITHOUT_BYTES.contains(field.type()) ? 0 : field.length();
    }

    /**
     * How a custom reference hangs on its parent. Standard ones say nothing of it here, though their parents do. (Recorded
     * answers.)
     */
    private static Optional<ChildRelationship> customRelationship(Schema schema, SObject object, Field field) {
        return !field.custom()
                ? Optional.empty()
                : field.referenceTo().stream()
                        .flatMap(parent -> schema.object(parent).stream())
                        .flatMap(parent -> schema.childRelationships(parent).stream())
                        .filter(relationship -> relationship.childSObject().equals(object.name())
                                && relationship.field().equals(field.name()))
                        .findFirst();
    }

    /** A custom field's default value is a formula, but for checkboxes and picklists. */
    private static @Nullable String defaultValueFormula(Field field, JsonNode metadata) {
        boolean literal =
                field.type() == FieldType.BOOLEAN || !field.picklistValues().isEmpty();
        String text = metadata.path("defaultValue").asText();
        return literal || text.isEmpty() || text.equals("null") ? null : text;
    }

    private static @Nullable Integer relationshipOrder(JsonNode metadata) {
        JsonNode order = metadata.path("relationshipOrder");
        return order.isInt() ? order.intValue() : null;
    }

    /** The character that the Metadata API names. */
    private static @Nullable String mask(String maskChar) {
        return switch (maskChar) {
            case "asterisk" -> "*";
            case "X" -> "X";
            default -> null;
        };
    }

    private static void picklist(ArrayNode json, SObject object, Field field) {
        String controller = field.controllerName();
        List<String> controlling = controller == null
                ? List.of()
                : object.field(controller).map(Field::controllingValues).orElse(List.of());
        for (PicklistValue value : field.picklistValues()) {
            json.addObject()
                    .put("active", value.active())
                    .put("defaultValue", value.isDefault())
                    .put("label", value.label())
                    .put("validFor", controller == null ? null : validFor(controlling, value))
                    .put("value", value.value());
        }
    }

    /** One bit for each controlling value, the first one highest, in base64. (SOAP API guide, "PicklistEntry".) */
    private static String validFor(List<String> controlling, PicklistValue value) {
        byte[] bits = new byte[(controlling.size() + Byte.SIZE - 1) / Byte.SIZE];
        for (int i = 0; i < controlling.size(); i++) {
            if (value.controlling().contains(controlling.get(i))) {
                bits[i / Byte.SIZE] |= (byte) (1 << (Byte.SIZE - 1 - i % Byte.SIZE));
            }
        }
        return Base64.getEncoder().encodeToString(bits);
    }
}
