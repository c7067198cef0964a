package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.form.FormModel;
import dev.orgbench.ui.kit.form.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what stands in a form among the drafts, with every change, and brings it back when the form is made. */
final class KeptDraft {
    private static final Logger LOG = LoggerFactory.getLogger(KeptDraft.class);
    /** Above this many characters writing them as a text would be felt at every key. */
    private static final int MOST_AT_ONCE = 50_000;

    private final Drafts drafts;
    private final String name;
    private final FormModel form;
    private final Background background;
    private Background.Job writing = Background.Job.NONE;

    KeptDraft(Drafts drafts, String name, FormModel form, Background background) {
        this.drafts = drafts;
        this.name = name;
        this.form = form;
        this.background = background;
        drafts.get(name).ifPresent(this::bringBack);
        form.onWritten(this::keep);
    }

    private void bringBack(String text) {
        try {
            form.restore(Written.of(text));
        } catch (JsonText.Malformed e) {
            // A damaged draft must not keep the tool from being called; what it said is in the file until it is
            // replaced.
            LOG.warn("The draft {} cannot be read: {}", name, e.text());
        }
    }

    private void keep() {
        writing.cancel();
        Written written = form.written();
        if (written.isEmpty() && !form.rawProperty().get()) {
            drafts.remove(name);
        } else if (written.size() < MOST_AT_ONCE) {
            drafts.put(name, written.text());
        } else {
            writing = background.run(
                    written::text,
                    text -> drafts.put(name, text),
                    failure -> LOG.warn("The draft {} could not be kept", name, failure));
        }
    }
}
