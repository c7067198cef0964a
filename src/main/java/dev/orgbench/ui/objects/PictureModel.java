package dev.orgbench.ui.objects;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The relationship picture of one object: what is in it, laid out in the background. */
final class PictureModel {
    private static final String EVERYTHING = "objects.picture.everything";

    private final Background background;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.UnderWay());
    private final BooleanProperty everything = new SimpleBooleanProperty();
    private @Nullable ObjectDescribe describe;
    private Background.Job job = Background.Job.NONE;

    PictureModel(Background background, Memory memory) {
        this.background = background;
        everything.set(memory.get(EVERYTHING).map("true"::equals).orElse(false));
        everything.addListener((property, before, now) -> {
            memory.put(EVERYTHING, now.toString());
            draw();
        });
    }

    /** How far it is. */
    sealed interface State {
        record UnderWay() implements State {}

        /** It can be drawn. */
        record Ready(Neighbourhood neighbourhood, Drawing drawing) implements State {
            /** {@code 4 parents, 12 children; 7 system references hidden}. */
            String words() {
                String shown = String.format(
                        Locale.ROOT,
                        "points to %d, %d point%s to it",
                        neighbourhood.parents().size(),
                        neighbourhood.children().size(),
                        neighbourhood.children().size() == 1 ? "s" : "");
                String left = neighbourhood.leftOut() == 0
                        ? ""
                        : " · " + neighbourhood.leftOut() + " more not drawn: see Children";
                String noise = neighbourhood.noise() == 0
                        ? ""
                        : String.format(Locale.ROOT, " · %,d system references hidden", neighbourhood.noise());
                return shown + left + noise;
            }
        }

        record Failed(Problem problem) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether also what nearly every object has is shown: who made, changed and owns it, its history and sharing. */
    BooleanProperty everythingProperty() {
        return everything;
    }

    /** Draws {@code now} unless it is drawn. */
    void show(ObjectDescribe now) {
        if (!now.equals(describe)) {
            describe = now;
            draw();
        }
    }

    /** Lays it out anew. */
    void draw() {
        ObjectDescribe drawn = describe;
        if (drawn == null) {
            return;
        }
        job.cancel();
        state.set(new State.UnderWay());
        boolean all = everything.get();
        job = background.run(
                () -> {
                    Neighbourhood neighbourhood = Neighbourhood.of(drawn, all);
                    return new State.Ready(neighbourhood, GraphLayout.of(neighbourhood));
                },
                state::set,
                failure -> state.set(new State.Failed(Problem.of(failure))));
    }
}
