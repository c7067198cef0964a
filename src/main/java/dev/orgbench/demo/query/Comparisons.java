package dev.orgbench.demo.query;

import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Condition.Operator;
import dev.orgbench.soql.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One comparison as SQL, with SOQL's meaning: text ignores case, an empty text is null, {@code !=} holds where there is
 * no value, a boolean is never null, ids match in 15 and 18 characters.
 */
final class Comparisons {
    private final Refusals refusals;
    private final DateComparisons dates;

    Comparisons(Refusals refusals, RelativeDates relativeDates) {
        this.refusals = refusals;
        this.dates = new DateComparisons(refusals, relativeDates);
    }

    Fragment compare(Operand left, Operator operator, Value right) throws ApiError {
        if (operator == Operator.LIKE) {
            return like(left, right);
        }
        boolean isNull = right instanceof Value.Null || isEmpty(right);
        if (left.type() == FieldType.BOOLEAN) {
            return bool(left, operator, right);
        }
        if (isNull && (right instanceof Value.Null || isQuoted(left.type()))) {
            return withNull(left, operator);
        }
        return switch (left.type()) {
            case ID, REFERENCE -> id(left, operator, right);
            case DATE, DATETIME, TIME -> dates.compare(left, operator, right);
            case INT, LONG, DOUBLE, CURRENCY, PERCENT -> number(left, operator, right);
            case MULTIPICKLIST -> choices(left, operator, right);
            default -> text(left, operator, right);
        };
    }

    /** The value as a list of values may hold it, where the column itself may be compared by IN; else empty. */
    Optional<Object> plain(Operand left, Value value) throws ApiError {
        return switch (value) {
            case Value.Text text when text.text().isEmpty() -> Optional.empty();
            case Value.Text text
            when left.type() == FieldType.ID || left.type() == FieldType.REFERENCE -> Optional.of(idText(left, text));
            case Value.Text text
            when left.type().isText()
                    && left.type() != FieldType.MULTIPICKLIST
                    && (SqlText.isAscii(text.text()) || !left.ignoresCase()) -> Optional.of(text.text());
            case Value.Numeric number when left.type().isNumber() -> Optional.of(sqlNumber(left, number));
            default -> Optional.empty();
        };
    }

    static boolean isQuoted(FieldType type) {
        return type.isText() || type == FieldType.ID || type == FieldType.REFERENCE;
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Value.Text text && text.text().isEmpty();
    }

    static String sql(Operator operator) {
        return " " + operator.text() + " ";
    }

    /** {@code !=} holds where there is no value. */
    static Fragment orNull(Operand left, Operator operator, Fragment comparison) {
        return operator == Operator.NOT_EQUAL ? comparison.wrap("(", " OR " + left.sql() + " IS NULL)") : comparison;
    }

    private static Fragment withNull(Operand left, Operator operator) {
        return switch (operator) {
            case EQUAL -> Fragment.of(left.sql() + " IS NULL");
            case NOT_EQUAL -> Fragment.of(left.sql() + " IS NOT NULL");
            default -> Fragment.FALSE;
        };
    }

    private Fragment bool(Operand left, Operator operator, Value right) throws ApiError {
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (!equality) {
            throw refusals.invalidOperator(left.range(), left.field());
        }
        return switch (right) {
            case Value.Bool bool ->
                Fragment.of("coalesce(" + left.sql() + ", 0)" + sql(operator) + "?", bool.value() ? 1 : 0);
            case Value.Null none -> operator == Operator.EQUAL ? Fragment.FALSE : Fragment.TRUE;
            default -> throw wrongType(left, right);
        };
    }

    private Fragment id(Operand left, Operator operator, Value right) throws ApiError {
        if (!(right instanceof Value.Text text)) {
            throw wrongType(left, right);
        }
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw refusals.invalidOperator(left.range(), left.field());
        }
        return orNull(left, operator, Fragment.of(left.sql() + sql(operator) + "?", idText(left, text)));
    }

    private String idText(Operand left, Value.Text text) throws ApiError {
        return RecordId.parse(text.text())
                .orElseThrow(() -> refusals.invalidId(left.range(), left.field().name(), text.text()));
    }

    private Fragment number(Operand left, Operator operator, Value right) throws ApiError {
        return orNull(left, operator, Fragment.of(left.sql() + sql(operator) + "?", sqlNumber(left, right)));
    }

    private Object sqlNumber(Operand left, Value value) throws ApiError {
        BigDecimal number = number(left, value);
        boolean whole = left.type() == FieldType.INT || left.type() == FieldType.LONG;
        if (!whole) {
            return number.doubleValue();
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw wrongType(left, value);
        }
    }

    /** An amount in the org's currency is a plain number, as the org has no other. */
    private BigDecimal number(Operand left, Value value) throws ApiError {
        return switch (value) {
            case Value.Numeric numeric -> numeric.number();
            case Value.Currency amount
            when left.type() == FieldType.CURRENCY -> {
                if (!amount.isoCode().equalsIgnoreCase(Asker.CURRENCY)) {
                    throw refusals.malformed(amount.range(), Wording.otherCurrency(amount.isoCode()));
                }
                yield amount.amount();
            }
            default -> throw wrongType(left, value);
        };
    }

    private Fragment text(Operand left, Operator operator, Value right) throws ApiError {
        if (!(right instanceof Value.Text text)) {
            throw wrongType(left, right);
        }
        // NOCASE knows the case of ASCII letters only, and is much faster.
        Fragment comparison = SqlText.isAscii(text.text()) || !left.ignoresCase()
                ? Fragment.of(left.compared() + sql(operator) + "?", text.text())
                : Fragment.of(SqlFunctions.fold(left.sql()) + sql(operator) + "?", SqlFunctions.foldText(text.text()));
        return orNull(left, operator, comparison);
    }

    private Fragment like(Operand left, Value right) throws ApiError {
        if (!left.type().isText() || left.type() == FieldType.MULTIPICKLIST) {
            throw refusals.invalidOperator(left.range(), left.field());
        }
        if (!(right instanceof Value.Text text)) {
            throw wrongType(left, right);
        }
        if (!left.ignoresCase()) {
            return Fragment.of(left.sql() + " GLOB ?", glob(text.pattern()));
        }
        return SqlText.isAscii(text.pattern())
                ? Fragment.of(left.sql() + " LIKE ? ESCAPE '\\'", text.pattern())
                : Fragment.of(
                        SqlFunctions.fold(left.sql()) + " LIKE ? ESCAPE '\\'", SqlFunctions.foldText(text.pattern()));
    }

    /** The pattern for SQLite's GLOB, which unlike its LIKE heeds case. */
    private static String glob(String pattern) {
        StringBuilder glob = new StringBuilder();
        boolean escaped = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            switch (c) {
                case '%', '_' -> glob.append(escaped ? c : c == '%' ? '*' : '?');
                case '*', '?', '[' -> glob.append('[').append(c).append(']');
                default -> glob.append(c);
            }
            escaped = false;
        }
        return glob.toString();
    }

    /** A multi-select value equals the same set of choices, in any order. */
    private Fragment choices(Operand left, Operator operator, Value right) throws ApiError {
        if (!(right instanceof Value.Text text)) {
            throw wrongType(left, right);
        }
        if (operator != Operator.EQUAL && operator != Operator.NOT_EQUAL) {
            throw refusals.invalidOperator(left.range(), left.field());
        }
        Fragment same = Choices.equal(left.sql(), text.text());
        return operator == Operator.EQUAL ? same : same.negate();
    }

    private ApiError wrongType(Operand left, Value right) {
        return refusals.wrongType(left.range(), left.field().name(), left.type(), right);
    }
}
