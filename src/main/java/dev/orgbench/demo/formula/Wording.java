package dev.orgbench.demo.formula;

import java.util.Collection;
import java.util.stream.Collectors;

/** What Salesforce says of a formula that it refuses. From memory, so all of it is here. */
final class Wording {
    static final String MISSING_PARENTHESIS = "Syntax error. Missing ')'";
    static final String MISSING_QUOTE = "Syntax error. Missing closing quote";
    static final String MISSING_COMMENT_END = "Syntax error. Missing '*/'";
    static final String NOTHING_THERE = "Syntax error. Found end of formula";
    static final String EMPTY = "Formula is empty";
    static final String TOO_DEEP = "Syntax error. The formula is nested too deeply";

    private Wording() {}

    static String extra(String sign) {
        return "Syntax error. Extra '" + sign + "'";
    }

    static String found(String text) {
        return "Syntax error. Found '" + text + "'";
    }

    static String tooLong(int length, int most) {
        return "Formula is too long (" + number(length) + " characters). Maximum length is " + number(most)
                + " characters.";
    }

    static String compiledTooLong(int length, int most) {
        return "Compiled formula is too big to execute (" + number(length) + " characters). Maximum size is "
                + number(most) + " characters.";
    }

    static String noSuchField(String path) {
        return "Field " + path + " does not exist. Check spelling.";
    }

    static String noSuchFunction(String name) {
        return "Unknown function " + name + ". Check spelling.";
    }

    static String notInThisFormula(String function) {
        return "Function " + function + " may not be used in this type of formula";
    }

    static String picklistField(String path) {
        return "Field " + path + " is a picklist field. Picklist fields are only supported in certain functions.";
    }

    static String unsupportedField(String type, String path) {
        return "You referenced an unsupported field type called \"" + type + "\" using the following field: " + path;
    }

    static String itself(String path) {
        return "Formula contains a circular reference: " + path;
    }

    static String needsField(String function) {
        return "Incorrect parameter for function '" + function + "()'. The parameter must be a field";
    }

    static String operands(String operator, Collection<ValueType> expected, ValueType received) {
        return "Incorrect parameter type for operator '" + operator + "'. " + types(expected, received);
    }

    static String parameter(String function, Collection<ValueType> expected, ValueType received) {
        return "Incorrect parameter type for function '" + function + "()'. " + types(expected, received);
    }

    static String count(String function, String expected, int received) {
        return "Incorrect number of parameters for function '" + function + "()'. Expected " + expected + ", received "
                + received;
    }

    static String result(ValueType received, String expected) {
        return "Formula result is data type (" + received.word() + "), incompatible with expected data type ("
                + expected + ").";
    }

    static String notServed(String what) {
        return what + " is not worked out by this demo org; the formula is kept and its value is null";
    }

    private static String types(Collection<ValueType> expected, ValueType received) {
        return "Expected " + expected.stream().map(ValueType::word).collect(Collectors.joining(", ")) + ", received "
                + received.word();
    }

    private static String number(int n) {
        return n < 1000 ? String.valueOf(n) : n / 1000 + "," + "%03d".formatted(n % 1000);
    }
}
