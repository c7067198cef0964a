package dev.orgbench.ui.soql;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A query being written. */
final class QueryTab {
    private final String id;
    private final StringProperty name;
    private final StringProperty text;
    private final IntegerProperty caret;
    private final ObjectProperty<QueryMode> mode;
    private final ObjectProperty<@Nullable SavedQuery> saved = new SimpleObjectProperty<>();
    private final QueryRun run;

    QueryTab(String id, String name, String text, int caret, QueryMode mode, QueryRun run) {
        this.id = id;
        this.name = new SimpleStringProperty(name);
        this.text = new SimpleStringProperty(text);
        this.caret = new SimpleIntegerProperty(caret);
        this.mode = new SimpleObjectProperty<>(mode);
        this.run = run;
    }

    String id() {
        return id;
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty textProperty() {
        return text;
    }

    IntegerProperty caretProperty() {
        return caret;
    }

    ObjectProperty<QueryMode> modeProperty() {
        return mode;
    }

    /** The saved query that it was opened from or saved as; null for none. */
    ObjectProperty<@Nullable SavedQuery> savedProperty() {
        return saved;
    }

    QueryRun run() {
        return run;
    }

    /** Whether it was changed since it was saved. */
    boolean isChanged() {
        SavedQuery of = saved.get();
        return of != null && !of.soql().strip().equals(text.get().strip());
    }

    @Override
    public String toString() {
        return name.get();
    }
}
