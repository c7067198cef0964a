package dev.orgbench.ui.kit.code;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;

/**
 * The text of an area, kept beside it. The area itself puts its text together from all its lines whenever it is asked,
 * which in a long text costs more than all the rest of a keystroke.
 */
final class AreaText {
    private final StringBuilder characters;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();

    AreaText(CodeArea area) {
        characters = new StringBuilder(area.getText());
        text.set(characters.toString());
        area.plainTextChanges().subscribe(this::changed);
    }

    private void changed(PlainTextChange change) {
        characters.replace(change.getPosition(), change.getRemovalEnd(), change.getInserted());
        text.set(characters.toString());
    }

    String get() {
        return text.get();
    }

    /** Fires with every change. */
    ReadOnlyStringProperty property() {
        return text.getReadOnlyProperty();
    }
}
