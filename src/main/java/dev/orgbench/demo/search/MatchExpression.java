package dev.orgbench.demo.search;

import dev.orgbench.soql.sosl.Search.FieldGroup;
import dev.orgbench.soql.sosl.SearchTerm;
import dev.orgbench.soql.sosl.SearchTerm.And;
import dev.orgbench.soql.sosl.SearchTerm.AndNot;
import dev.orgbench.soql.sosl.SearchTerm.Gap;
import dev.orgbench.soql.sosl.SearchTerm.Group;
import dev.orgbench.soql.sosl.SearchTerm.Or;
import dev.orgbench.soql.sosl.SearchTerm.Phrase;
import dev.orgbench.soql.sosl.SearchTerm.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A search term in the language of FTS5. (SQLite, "FTS5 Full-text Query Syntax".) */
final class MatchExpression {
    /** What no record contains. */
    private static final String NOTHING = "\"\"";

    /** How many words of the index a pattern may stand for. */
    private static final int MOST_WORDS = 1_000;

    private final Connection db;
    private final TextIndex index;

    private MatchExpression(Connection db, TextIndex index) {
        this.db = db;
        this.index = index;
    }

    static String of(Connection db, TextIndex index, SearchTerm term, FieldGroup in) throws SQLException {
        String expression = new MatchExpression(db, index).text(term);
        return switch (in) {
            case ALL -> expression;
            case NAME -> "{name} : " + expression;
            case EMAIL -> "{email} : " + expression;
            case PHONE -> "{phone} : " + expression;
            case SIDEBAR -> "{name email phone} : " + expression;
        };
    }

    private String text(SearchTerm term) throws SQLException {
        return switch (term) {
            case Word word -> word(word);
            case Phrase phrase -> phrase(phrase);
            case And and -> joined(and.terms(), " AND ");
            case Or or -> joined(or.terms(), " OR ");
            case AndNot not -> "(" + text(not.term()) + " NOT " + text(not.excluded()) + ")";
            case Group group -> text(group.term());
            // A strict reading leaves none.
            case Gap _ -> NOTHING;
        };
    }

    private String joined(List<SearchTerm> terms, String operator) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (SearchTerm term : terms) {
            texts.add(text(term));
        }
        return texts.stream().collect(Collectors.joining(operator, "(", ")"));
    }

    private String word(Word word) throws SQLException {
        if (!word.hasWildcards()) {
            return quoted(word.text());
        }
        String start = word.pattern().substring(0, word.pattern().length() - 1);
        boolean prefix =
                word.pattern().endsWith("*") && start.chars().allMatch(Character::isLetterOrDigit) && !start.isEmpty();
        return prefix ? quoted(start) + " *" : any(word.pattern());
    }

    /** Wildcards within a phrase are none, but for one at its end. */
    private static String phrase(Phrase phrase) {
        String words = phrase.words().stream().map(Word::text).collect(Collectors.joining(" "));
        boolean prefix = words.endsWith("*") && words.length() > 1;
        return quoted(words) + (prefix ? " *" : "");
    }

    /** The words of the index that a pattern with wildcards in other places fits. */
    private String any(String pattern) throws SQLException {
        try (PreparedStatement statement =
                db.prepareStatement("SELECT term FROM " + index.words() + " WHERE term GLOB ? LIMIT " + MOST_WORDS)) {
            statement.setString(1, glob(pattern));
            List<String> words = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    words.add(quoted(rows.getString(1)));
                }
            }
            return words.isEmpty() ? NOTHING : words.stream().collect(Collectors.joining(" OR ", "(", ")"));
        }
    }

    /** The pattern as GLOB reads it, in the form in which the index keeps words. */
    private static String glob(String pattern) {
        StringBuilder glob = new StringBuilder();
        String plain = Normalizer.normalize(pattern, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean escaped = c == '\\' && i + 1 < plain.length();
            char sign = escaped ? plain.charAt(++i) : c;
            boolean literal = sign == '[' || (escaped && (sign == '*' || sign == '?'));
            glob.append(literal ? "[" + sign + "]" : String.valueOf(sign));
        }
        return glob.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replace("\0", "") + '"';
    }
}
