package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Fault;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Query.CategoryFilter;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.SharedRules;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenCursor;
import dev.orgbench.soql.TokenKind;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.sosl.Search.Mode;
import dev.orgbench.soql.sosl.Search.With;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind WITH in a search. */
final class WithParser {
    private static final String[] KINDS = {
        "DIVISION =",
        "DATA CATEGORY",
        "SNIPPET",
        "NETWORK =",
        "NETWORK IN",
        "PricebookId =",
        "METADATA =",
        "HIGHLIGHT",
        "SPELL_CORRECTION =",
        "USER_MODE",
        "SYSTEM_MODE",
        "SECURITY_ENFORCED"
    };

    private final TokenCursor cursor;
    private final SharedRules rules;

    WithParser(TokenCursor cursor, SharedRules rules) {
        this.cursor = cursor;
        this.rules = rules;
    }

    /** @param start where WITH stands, which is taken */
    void read(Range start, List<With> all) {
        cursor.offer(KINDS);
        With with = one(start);
        if (with != null) {
            boolean twice = all.stream().anyMatch(each -> each.getClass() == with.getClass());
            if (twice) {
                cursor.report(Fault.unexpected(with.range(), "WITH", "There is such a WITH already."));
            }
            all.add(with);
        }
    }

    private @Nullable With one(Range start) {
        if (cursor.atWords("DATA", "CATEGORY")) {
            List<CategoryFilter> filters = rules.categories();
            return new With.DataCategories(cursor.since(start), filters);
        }
        Token kind = cursor.peek();
        String word = kind.kind() == TokenKind.WORD ? kind.text().toUpperCase(Locale.ROOT) : "";
        return switch (word) {
            case "DIVISION" -> {
                Value name = equalTo();
                yield new With.Division(cursor.since(start), name);
            }
            case "NETWORK" -> {
                List<Value> ids = networks();
                yield new With.Network(cursor.since(start), ids);
            }
            case "PRICEBOOKID" -> {
                Value id = equalTo();
                yield new With.Pricebook(cursor.since(start), id);
            }
            case "METADATA" -> {
                Value metadata = equalTo();
                yield new With.Metadata(cursor.since(start), metadata);
            }
            case "SNIPPET" -> {
                Integer length = targetLength();
                yield new With.Snippet(cursor.since(start), length);
            }
            case "HIGHLIGHT" -> {
                cursor.take();
                yield new With.Highlight(cursor.since(start));
            }
            case "SPELL_CORRECTION" -> {
                boolean on = correction();
                yield new With.SpellCorrection(cursor.since(start), on);
            }
            case "USER_MODE", "SYSTEM_MODE", "SECURITY_ENFORCED" -> {
                cursor.take();
                yield new With.Access(cursor.since(start), Mode.valueOf(word));
            }
            default -> {
                cursor.unexpected("a filter such as DATA CATEGORY, HIGHLIGHT or SNIPPET");
                if (cursor.atCaret()) {
                    cursor.take();
                }
                yield null;
            }
        };
    }

    /** The text behind the name and the sign that are next. */
    private Value equalTo() {
        cursor.take();
        cursor.expectSymbol("=");
        return text();
    }

    private Value text() {
        Value value = rules.value();
        boolean wrong = !(value instanceof Value.Text || value instanceof Value.Gap || value instanceof Value.Bind);
        if (wrong) {
            refuse(value, "A text in single quotes should stand here.");
        }
        return value;
    }

    private void refuse(Value value, String plain) {
        String written =
                cursor.soql().substring(value.range().start(), value.range().end());
        cursor.report(Fault.unexpected(value.range(), written, plain));
    }

    private List<Value> networks() {
        if (!cursor.peek(1).isWord("IN")) {
            return List.of(equalTo());
        }
        cursor.take();
        cursor.take();
        cursor.expectSymbol("(");
        List<Value> ids = new ArrayList<>();
        do {
            ids.add(text());
        } while (cursor.takeIfSymbol(","));
        cursor.expectSymbol(")");
        return ids;
    }

    private @Nullable Integer targetLength() {
        cursor.take();
        if (!cursor.takeIfSymbol("(")) {
            return null;
        }
        cursor.expectWord("target_length");
        cursor.expectSymbol("=");
        Token number = cursor.peek();
        Integer length = null;
        if (number.isWholeNumber()) {
            cursor.take();
            length = Integer.valueOf(number.text());
        } else {
            cursor.unexpected("a number of characters");
            if (number.kind() == TokenKind.NUMBER || cursor.atCaret()) {
                cursor.take();
            }
        }
        cursor.expectSymbol(")");
        return length;
    }

    private boolean correction() {
        cursor.take();
        cursor.expectSymbol("=");
        cursor.offer("true", "false");
        if (cursor.takeIfWord("TRUE")) {
            return true;
        }
        if (!cursor.takeIfWord("FALSE")) {
            cursor.unexpected(Problem.error(cursor.peek().range(), "true or false should stand here."));
            if (cursor.atCaret()) {
                cursor.take();
            }
        }
        return false;
    }
}
