package dev.orgbench.ui.kit.form;

import dev.orgbench.ui.kit.CodeEditor;
import dev.orgbench.ui.kit.Language;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/**
 * What a form takes from outside.
 *
 * @param suggestions values to pick from
 * @param soqlEditor makes the editor of a query: it shows the text of the property and writes into it
 */
public record FormParts(Suggestions suggestions, Function<StringProperty, Node> soqlEditor) {
    /** Nothing to pick from, and queries in a plain code field. */
    public static final FormParts PLAIN = new FormParts(Suggestions.NONE, FormParts::codeField);

    private static Node codeField(StringProperty text) {
        CodeEditor code = CodeEditor.field(Language.SOQL, "SOQL query", 3);
        code.show(text.get());
        code.textProperty().addListener((property, before, now) -> text.set(now));
        return code;
    }
}
