package dev.orgbench.ui.kit.code;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.util.function.Consumer;

/** Background work of which only the newest matters: what was asked for before is dropped, as is its outcome. */
final class Latest {
    private final Background background;
    private Background.Job job = Background.Job.NONE;

    Latest(Background background) {
        this.background = background;
    }

    <T> void ask(Background.Work<T> work, Consumer<? super T> done) {
        job.cancel();
        // Help while typing that fails is logged and left out: the editor works on without it.
        job = background.run(work, done, failure -> Problem.of(failure));
    }

    void drop() {
        job.cancel();
    }
}
