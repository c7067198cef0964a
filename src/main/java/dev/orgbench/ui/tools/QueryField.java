package dev.orgbench.ui.tools;

import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.code.SoqlEditor;
import javafx.application.Platform;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/** The editor of a query in a form: it knows the org's objects and fields, and writes into a property. */
final class QueryField {
    private static final int LINES = 3;

    private QueryField() {}

    static Node of(OrgSchema schema, Background background, StringProperty text) {
        SoqlEditor editor = SoqlEditor.field(schema, background, "SOQL query", LINES);
        editor.show(text.get(), 0);
        editor.textProperty().addListener((property, before, now) -> text.set(now));
        Trace.Subscription[] learning = {() -> {}};
        editor.sceneProperty().addListener((property, before, now) -> {
            learning[0].close();
            learning[0] = now == null ? () -> {} : schema.onChange(() -> Platform.runLater(editor::recheck));
        });
        return editor;
    }
}
