package dev.orgbench.tools.salesforce;

import dev.orgbench.soql.Soql;
import dev.orgbench.soql.Token;
import dev.orgbench.soql.TokenKind;
import dev.orgbench.soql.sosl.Sosl;
import dev.orgbench.tools.Behaviours.Before;
import dev.orgbench.tools.Call;
import dev.orgbench.tools.Refusal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Refuses queries and searches that leave a trace: {@code FOR VIEW}, {@code FOR REFERENCE} and {@code UPDATE ...} change
 * when records were last seen, and a tool that says that it only reads must not. It goes by the words and not by the
 * tree, for the org may read what our parser does not.
 */
final class ReadsOnly implements Before {
    static final ReadsOnly QUERY = new ReadsOnly(text -> Soql.read(text).tokens());
    static final ReadsOnly SEARCH = new ReadsOnly(text -> Sosl.read(text).tokens());

    private final Function<String, List<Token>> reader;

    private ReadsOnly(Function<String, List<Token>> reader) {
        this.reader = reader;
    }

    @Override
    public void apply(Call call) throws Refusal {
        List<Token> tokens = reader.apply(call.text("q")).stream()
                .filter(token -> token.kind() != TokenKind.COMMENT)
                .toList();
        if (IntStream.range(1, tokens.size()).anyMatch(at -> leavesTrace(tokens.get(at - 1), tokens.get(at)))) {
            throw Refusal.ofArguments("`q`: FOR VIEW, FOR REFERENCE, FOR UPDATE and UPDATE ... change the records that"
                    + " are found, and this tool only reads. Leave that out.");
        }
    }

    private static boolean leavesTrace(Token first, Token second) {
        return first.isWord("FOR")
                ? second.isWord("VIEW") || second.isWord("REFERENCE") || second.isWord("UPDATE")
                : first.isWord("UPDATE") && (second.isWord("TRACKING") || second.isWord("VIEWSTAT"));
    }
}
