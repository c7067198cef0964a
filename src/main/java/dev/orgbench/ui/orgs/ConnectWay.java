package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.ui.kit.Background;
import java.net.URI;
import javafx.beans.value.ObservableBooleanValue;

/** A way to connect an org: what a person fills in, and what is done with it. Another way is another class. */
sealed interface ConnectWay permits BrowserWay, PastedWay {
    /** As it stands among the other ways. */
    String name();

    /** As it stands on the button. */
    String verb();

    /** Whether enough is filled in, and nothing wrong. */
    ObservableBooleanValue ready();

    /** What to do, with what is filled in now. It blocks, says what it does, and can be interrupted. */
    Background.Work<ConnectedOrg> attempt(Report report);

    /** Hears how far an attempt is; from any thread. */
    interface Report {
        /** It does that now; what it did before is done. */
        void doing(String what);

        /** Something that is not as wished, and does not end the attempt. */
        void note(String what);

        /** A person has to open that page. */
        void page(URI address);
    }
}
