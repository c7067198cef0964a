package dev.orgbench.demo.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.PicklistValue;
import java.util.Set;

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

    static ObjectNode of(Field field) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Calculation calculation = field.calculation();
        json.put("aggregatable", field.aggregatable())
                .put("aiPredictionField", false)
                .put("autoNumber", field.autoNumber())
                .put("byteLength", byteLength(field))
                .put("calculated", calculation != null)
                .put("calculatedFormula", calculation == null ? null : calculation.formula())
                .put("cascadeDelete", false)
                .put("caseSensitive", field.caseSensitive())
                .put("compoundFieldName", field.compoundFieldName())
                .putNull("controllerName")
                .put("createable", field.createable())
                .put("custom", field.custom());
        defaultValue(json, field);
        json.putNull("defaultValueFormula")
                .put("defaultedOnCreate", field.defaultedOnCreate())
                .put("dependentPicklist", false)
                .put("deprecatedAndHidden", false)
                .put("digits", field.digits())
                .put("displayLocationInDecimal", false)
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
                .putNull("mask")
                .putNull("maskType")
                .put("name", field.name())
                .put("nameField", field.nameField())
                .put("namePointing", field.polymorphicForeignKey())
                .put("nillable", field.nillable())
                .put("permissionable", field.permissionable());
        picklist(json.putArray("picklistValues"), field);
        json.put("polymorphicForeignKey", field.polymorphicForeignKey())
                .put("precision", field.precision())
                .put("queryByDistance", field.type() == FieldType.ADDRESS || field.type() == FieldType.LOCATION)
                .putNull("referenceTargetField");
        ArrayNode references = json.putArray("referenceTo");
        field.referenceTo().forEach(references::add);
        json.put("relationshipName", field.relationshipName())
                .putNull("relationshipOrder")
                .put("restrictedDelete", false)
                .put("restrictedPicklist", field.restrictedPicklist())
                .put("scale", field.scale())
                .put("searchPrefilterable", field.searchPrefilterable())
                .put("soapType", field.type().soapType())
                .put("sortable", field.sortable())
                .put("type", field.type().apiName())
                .put("unique", field.unique())
                .put("updateable", field.updateable())
                .put("writeRequiresMasterRead", false);
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

    private static void picklist(ArrayNode json, Field field) {
        for (PicklistValue value : field.picklistValues()) {
            json.addObject()
                    .put("active", value.active())
                    .put("defaultValue", value.isDefault())
                    .put("label", value.label())
                    .putNull("validFor")
                    .put("value", value.value());
        }
    }
}
