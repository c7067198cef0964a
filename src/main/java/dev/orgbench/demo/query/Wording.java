package dev.orgbench.demo.query;

/**
 * What the org says of a malformed query beyond its syntax. Salesforce's words for these have no public source; they are
 * from memory, so all are here.
 */
final class Wording {
    static final String COUNT_ALONE = "COUNT() must be the only element in the SELECT list";
    static final String COUNT_ALIAS = "COUNT() takes no alias";
    static final String COUNT_AND_GROUP = "COUNT() may not be used with GROUP BY";
    static final String COUNT_AND_ORDER = "COUNT() may not be used with ORDER BY";
    static final String LIMIT_WITHOUT_GROUP = "LIMIT may not be used with aggregates without GROUP BY";
    static final String NOT_IN_GROUPS = "Only fields and aggregates may be selected with GROUP BY";
    static final String AGGREGATE_OF_A_ROW = "Aggregate expressions may only be used in SELECT, HAVING and ORDER BY";
    static final String GROUPS_OF_CHILDREN = "Aggregates and GROUP BY are not allowed in a child query";
    static final String INCOMPLETE = "The query is not complete";
    static final String VALUE_AS_FIELD = "A field or a function is expected here";
    static final String NESTED_SEMI_JOIN = "Nesting of semi join sub-selects is not supported";
    static final String SEMI_JOIN_NEEDS_ID = "Semi join sub-selects need an id on the left of IN";
    static final String SEMI_JOIN_OR = "Semi join sub-selects are not allowed with the 'OR' operator";
    static final String SEMI_JOIN_NESTED =
            "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE expressions.";
    static final String SEMI_JOIN_ONE_FIELD = "Semi join sub-selects can only query one field";
    static final String NO_DATA_CATEGORIES =
            "WITH DATA CATEGORY is allowed for Knowledge articles and questions only, which this org has not";
    static final String PLACES_OF_DISTANCE =
            "DISTANCE needs two places: a location field or GEOLOCATION(latitude, longitude)";
    static final String UNIT_OF_DISTANCE = "DISTANCE needs a unit, 'mi' or 'km'";
    static final String OPERATOR_OF_DISTANCE = "DISTANCE can only be compared with < or >";
    static final String CONVERT_TIMEZONE_PLACE = "convertTimezone() may only be used inside a date function";
    static final String CONVERT_CURRENCY_PLACE = "convertCurrency() may only be used in SELECT";
    static final String FORMAT_PLACE = "FORMAT() may only be used in SELECT";
    static final String LABEL_ORDER = "toLabel() may not be used in ORDER BY or GROUP BY";
    static final String GROUPING_PLACE = "GROUPING() needs a field of GROUP BY ROLLUP or CUBE";
    static final String SEMI_JOIN_LEFT = "The left operand of a semi join can't be a field of a parent";
    static final String SEMI_JOIN_SAME_OBJECT = "The inner and outer selects should not be on the same object type";
    static final String SEMI_JOIN_CLAUSES =
            "GROUP BY, ORDER BY, LIMIT, OFFSET and FOR UPDATE are not allowed in a semi join sub-select";

    // Seen in the Tooling API guide, of queries over definitions; the last one, of FieldDefinition, is from memory.
    static final String NOT_OF_DEFINITIONS =
            "The requested operation is not yet supported by this SObject storage type,"
                    + " contact salesforce.com support for more information.";
    static final String NO_DISJUNCTIONS = "Disjunctions not supported";
    static final String ONLY_EQUALS = "Only equals comparisons permitted";
    static final String UNSUPPORTED_FILTER = "Unsupported filter type";

    private Wording() {}

    static String needsReified(String object) {
        return object + ": a filter on a reified column is required [EntityDefinitionId,DurableId]";
    }

    static String noSuchScope(String scope, String object) {
        return "The scope '" + scope + "' is not supported for " + object;
    }

    static String degrees(int most) {
        return "GEOLOCATION needs numbers here, from -" + most + " to " + most;
    }

    static String nestedConversion(String function) {
        return "The argument of " + function + "() can't be such a function";
    }

    static String notPolymorphic(String relationship) {
        return "TYPEOF needs a relationship to several object types, and '" + relationship + "' is none";
    }

    static String notATypeOf(String type, String relationship) {
        return "'" + type + "' is no object type that '" + relationship + "' points to";
    }

    static String repeatedType(String type) {
        return "'" + type + "' may stand in one WHEN only";
    }

    static String tooManyRolledUp() {
        return "At most " + QueryLimits.MOST_ROLLED_UP + " fields are allowed in GROUP BY ROLLUP or CUBE";
    }

    static String textTooLong() {
        return "A text in a condition can't be longer than " + QueryLimits.LONGEST_TEXT + " characters";
    }

    static String otherCurrency(String code) {
        return "'" + code + "' is no currency of this org";
    }

    static String tooManySemiJoins() {
        return "Maximum " + QueryLimits.MOST_SEMI_JOINS + " semi join sub-selects are allowed";
    }

    static String semiJoinField(String path) {
        return "The selected field '" + path
                + "' in the subquery and the left operand field in the where expression in the"
                + " outer query should point to the same object type";
    }

    static String tooManyLevels() {
        return "Only " + QueryLimits.HIGHEST_PARENT + " levels of child-to-parent relationships are allowed";
    }

    static String tooManyParents() {
        return "Only " + QueryLimits.MOST_PARENTS + " child-to-parent relationships are allowed";
    }

    static String tooManyChildLevels(int most) {
        return "Only " + most + " levels of parent-to-child relationships are allowed";
    }

    static String tooManyChildQueries() {
        return "Only " + QueryLimits.MOST_CHILD_QUERIES + " child queries are allowed";
    }

    static String fieldsNeedLimit() {
        return "The SOQL FIELDS function must have a LIMIT of at most " + QueryLimits.MOST_ROWS_OF_ALL_FIELDS;
    }

    static String unfitFor(String field, String function) {
        return "field '" + field + "' can not be used with " + function;
    }

    static String notMultiSelect(String operator, String field) {
        return operator + " may only be used with a multi-select picklist, and '" + field + "' is none";
    }
}
