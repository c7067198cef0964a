package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.ErrorText;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Value;

/**
 * What Salesforce says of a query that it understands and will not run. INVALID_FIELD and INVALID_TYPE for unknown names
 * are as recorded from real orgs; the other wordings are from memory, so all are here.
 */
final class Refusals {
    private static final String CUSTOM = " Please reference your WSDL or the describe call for the appropriate names.";

    private final String soql;

    Refusals(String soql) {
        this.soql = soql;
    }

    ApiError noSuchColumn(Range range, String field, String entity) {
        return at(
                "INVALID_FIELD",
                range,
                "No such column '" + field + "' on entity '" + entity
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name."
                        + CUSTOM);
    }

    ApiError noSuchObject(Range range, String name) {
        return at(
                "INVALID_TYPE",
                range,
                "sObject type '" + name + "' is not supported. If you are attempting to use a"
                        + " custom object, be sure to append the '__c' after the entity name." + CUSTOM);
    }

    ApiError noSuchRelationship(Range range, String name) {
        return at(
                "INVALID_FIELD",
                range,
                "Didn't understand relationship '" + name + "' in field path. If you are"
                        + " attempting to use a custom relationship, be sure to append the '__r' after the custom relationship"
                        + " name." + CUSTOM);
    }

    ApiError noSuchChildren(Range range, String name) {
        return at(
                "INVALID_TYPE",
                range,
                "Didn't understand relationship '" + name + "' in FROM part of query call. If you"
                        + " are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship"
                        + " name." + CUSTOM);
    }

    /** @param deed filtered, sorted or grouped */
    ApiError cannotBe(String deed, Range range, String field) {
        return at("INVALID_FIELD", range, "field '" + field + "' can not be " + deed + " in a query call");
    }

    ApiError cannotAggregate(Range range, String field, String function) {
        return at("INVALID_FIELD", range, "field " + field + " does not support aggregate operator " + function);
    }

    ApiError wrongType(Range range, String field, FieldType type, Value value) {
        boolean wantsText = type.isText() || type == FieldType.ID || type == FieldType.REFERENCE;
        String soapType = type.soapType().substring(type.soapType().indexOf(':') + 1);
        String quotes = wantsText ? "should be enclosed in quotes" : "should not be enclosed in quotes";
        return at(
                "INVALID_FIELD",
                range,
                "value of filter criterion for field '" + field + "' must be of type "
                        + (wantsText ? "string" : soapType)
                        + (wantsText && value instanceof Value.Text ? "" : " and " + quotes));
    }

    ApiError invalidId(Range range, String field, String id) {
        return at("INVALID_QUERY_FILTER_OPERATOR", range, "invalid ID field: " + id + " for '" + field + "'");
    }

    ApiError invalidOperator(Range range, Field field) {
        String kind = field.type() == FieldType.REFERENCE ? "id" : field.type().apiName();
        return at("INVALID_QUERY_FILTER_OPERATOR", range, "invalid operator on " + kind + " field");
    }

    ApiError mustBeGrouped(Range range, String field) {
        return malformed(range, "Field must be grouped or aggregated: " + field);
    }

    ApiError duplicateField(Range range, String field) {
        return at("INVALID_FIELD", range, "duplicate field selected: " + field);
    }

    ApiError duplicateAlias(Range range, String alias) {
        return malformed(range, "duplicate alias: " + alias);
    }

    ApiError aliasWithoutGroup(Range range) {
        return malformed(range, "only aggregate expressions use field aliasing");
    }

    ApiError malformed(Range range, String detail) {
        return at("MALFORMED_QUERY", range, detail);
    }

    static ApiError offsetTooLarge(int most) {
        return new ApiError(400, "NUMBER_OUTSIDE_VALID_RANGE", "Maximum SOQL offset allowed is " + most);
    }

    static ApiError tooLong(int most) {
        return new ApiError(400, "MALFORMED_QUERY", "SOQL statements cannot be longer than " + most + " characters.");
    }

    /** The code is from memory. */
    static ApiError ofDefinitions(String message) {
        return new ApiError(400, "EXTERNAL_OBJECT_UNSUPPORTED_EXCEPTION", message);
    }

    static ApiError tooComplicated() {
        return new ApiError(
                400,
                "QUERY_TOO_COMPLICATED",
                "Query is either selecting too many fields or the filter conditions are too complicated.");
    }

    static ApiError unknownLocator() {
        return new ApiError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    }

    static ApiError tooManyGroups() {
        return new ApiError(
                400,
                "EXCEEDED_ID_LIMIT",
                "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
    }

    private ApiError at(String code, Range range, String detail) {
        return new ApiError(400, code, ErrorText.at(soql, range.start(), detail));
    }
}
