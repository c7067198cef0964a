package dev.orgbench.soql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads literals. */
final class ValueParser {
    private static final Pattern CURRENCY = Pattern.compile("([A-Za-z]{3})(\\d+)");

    /** Salesforce takes offsets with and without a colon. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final TokenCursor cursor;
    private final WrongValue wrong;

    ValueParser(TokenCursor cursor) {
        this.cursor = cursor;
        this.wrong = new WrongValue(cursor);
    }

    /** A value, or a gap for what stands in its place. */
    Value value() {
        Token token = cursor.peek();
        return switch (token.kind()) {
            case TEXT -> TextLiteral.read(cursor, cursor.take());
            case NUMBER -> new Value.Numeric(cursor.take().range(), new BigDecimal(token.text()));
            case DATE, DATE_TIME, TIME -> moment(token);
            case WORD -> word(token);
            case CARET -> new Value.Gap(cursor.take().range());
            default -> token.isSymbol(":") ? bind() : wrong.value();
        };
    }

    /** Reports {@code :name}, whose name may be a path or a call in Apex. */
    Value bind() {
        Token colon = cursor.take();
        int start = cursor.peek().range().start();
        if (cursor.peek().kind() == TokenKind.WORD && !Keywords.isReserved(cursor.peek())) {
            wrong.skipPath();
        }
        Range range = cursor.since(colon.range());
        String name = start < range.end() ? cursor.soql().substring(start, range.end()) : "";
        cursor.report(new Fault(
                colon.range(),
                Wording.BIND_VARIABLE,
                Problem.error(range, "Bind variables such as :name work in Apex only. Write the value itself.")));
        return new Value.Bind(range, name);
    }

    private Value moment(Token token) {
        cursor.take();
        try {
            return switch (token.kind()) {
                case DATE -> new Value.Date(token.range(), LocalDate.parse(token.text()));
                case TIME ->
                    new Value.Time(
                            token.range(),
                            LocalTime.parse(
                                    token.text().substring(0, token.text().length() - 1)));
                default -> new Value.DateTime(token.range(), OffsetDateTime.parse(token.text(), DATE_TIME));
            };
        } catch (DateTimeException e) {
            String kind = token.kind().name().toLowerCase(Locale.ROOT).replace("_t", "T");
            cursor.report(Fault.of(
                    token.range(),
                    Wording.invalidValue(kind, token.text()),
                    "There is no such " + (token.kind() == TokenKind.TIME ? "time" : "day or time") + "."));
            return new Value.Gap(token.range());
        }
    }

    private Value word(Token token) {
        if (token.isWord("NULL")) {
            return new Value.Null(cursor.take().range());
        }
        if (token.isWord("TRUE") || token.isWord("FALSE")) {
            return new Value.Bool(cursor.take().range(), token.isWord("TRUE"));
        }
        Optional<DateKeyword> keyword = DateKeyword.named(token.text());
        if (keyword.isPresent()) {
            cursor.take();
            return relativeDate(token, keyword.get());
        }
        Matcher currency = CURRENCY.matcher(token.text());
        if (currency.matches()) {
            cursor.take();
            return currency(token, currency.group(1), currency.group(2));
        }
        return wrong.value();
    }

    private Value relativeDate(Token token, DateKeyword keyword) {
        if (!keyword.isCounted()) {
            return new Value.RelativeDate(token.range(), keyword, keyword.ownNumber());
        }
        if (!cursor.takeIfSymbol(":")) {
            cursor.unexpected("a colon and a number, as in " + keyword + ":30,");
            return new Value.Gap(token.range());
        }
        Token number = cursor.peek();
        if (!number.isWholeNumber()) {
            cursor.unexpected("a whole number");
            if (number.kind() == TokenKind.NUMBER || number.kind() == TokenKind.CARET) {
                cursor.take();
            }
            return new Value.Gap(cursor.since(token.range()));
        }
        cursor.take();
        return new Value.RelativeDate(cursor.since(token.range()), keyword, Integer.parseInt(number.text()));
    }

    private Value currency(Token token, String isoCode, String whole) {
        String amount = whole;
        Token point = cursor.peek();
        Token cents = cursor.peek(1);
        if (point.isSymbol(".")
                && token.touches(point)
                && point.touches(cents)
                && cents.text().matches("\\d+")) {
            cursor.take();
            amount += "." + cursor.take().text();
        }
        return new Value.Currency(
                cursor.since(token.range()), isoCode.toUpperCase(Locale.ROOT), new BigDecimal(amount));
    }
}
