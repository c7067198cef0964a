package dev.orgbench.soql.hover;

import dev.orgbench.soql.DateKeyword;
import dev.orgbench.soql.Parsed;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenKind;
import dev.orgbench.soql.meaning.Meaning;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.PicklistEntry;
import dev.orgbench.soql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a word of a query means.
 *
 * @param range the word
 * @param title the name as the org writes it: {@code Opportunity.StageName}
 * @param detail label, type and the like, in a few words
 * @param help one or more sentences; empty for none
 * @param values the values of a picklist, in the order of the org; empty for all else
 */
public record Hover(Range range, String title, String detail, String help, List<String> values) {
    public Hover {
        values = List.copyOf(values);
    }

    /** What stands at {@code offset}; empty over white space, symbols, and what is not known (yet). */
    public static Optional<Hover> at(String soql, int offset, Schema schema) {
        Parsed parsed = Soql.read(soql);
        return parsed.tokens().stream()
                .filter(token -> token.kind() == TokenKind.WORD)
                .filter(token -> token.range().start() <= offset
                        && offset < token.range().end())
                .findFirst()
                .flatMap(token -> ofName(parsed, token, schema).or(() -> ofWord(token)));
    }

    private static Optional<Hover> ofName(Parsed parsed, Token token, Schema schema) {
        return NameFinder.find(parsed.query(), token.range(), schema).flatMap(meaning -> switch (meaning) {
            case Meaning.Field found ->
                Optional.of(ofField(token.range(), found.of().shownName(), found.field()));
            case Meaning.Parent step -> Optional.of(ofParent(token.range(), step));
            case Meaning.Alias alias -> alias.of().object().known().map(object -> ofObject(token.range(), object));
            case Meaning.Unknown unknown -> Optional.empty();
            case Meaning.Undecided undecided -> Optional.empty();
        });
    }

    private static Hover ofField(Range range, String object, FieldSchema field) {
        return new Hover(
                range,
                object + "." + field.name(),
                field.label() + " · " + type(field),
                field.helpText(),
                field.picklistValues().stream().map(PicklistEntry::value).toList());
    }

    private static String type(FieldSchema field) {
        String type = field.type().apiName();
        if (!field.referenceTo().isEmpty()) {
            return type + " to " + String.join(", ", field.referenceTo());
        }
        boolean text =
                field.type().family() == FieldType.Family.TEXT && !field.type().isPicklist();
        return text && field.length() > 0 ? type + "(" + field.length() + ")" : type;
    }

    private static Hover ofParent(Range range, Meaning.Parent step) {
        FieldSchema reference = step.reference();
        return new Hover(
                range,
                step.of().shownName() + "." + reference.relationshipName(),
                "by " + reference.name() + " to " + String.join(", ", reference.referenceTo()),
                reference.helpText(),
                List.of());
    }

    private static Hover ofObject(Range range, ObjectSchema object) {
        List<String> detail = new ArrayList<>(List.of(object.label()));
        detail.add(object.summary().custom() ? "custom object" : "standard object");
        if (!object.summary().keyPrefix().isEmpty()) {
            detail.add("ids begin with " + object.summary().keyPrefix());
        }
        detail.add(object.fields().size() + " fields");
        return new Hover(range, object.name(), String.join(" · ", detail), "", List.of());
    }

    private static Optional<Hover> ofWord(Token token) {
        Optional<Hover> function = SoqlFunction.named(token.text())
                .map(known -> new Hover(token.range(), known.soqlName() + "()", known.explanation(), "", List.of()));
        return function.or(() -> DateKeyword.named(token.text())
                .map(known -> new Hover(
                        token.range(),
                        known.isCounted() ? known + ":n" : known.name(),
                        known.explanation(),
                        "",
                        List.of())));
    }
}
