package dev.orgbench.ui.orgs;

import java.io.IOException;
import java.net.URI;

/** What a person may do to the demo org besides using it. All methods may be called from any thread. */
public interface DemoControls {
    /** Its id among the orgs. */
    String orgId();

    /** Where its login page is. */
    URI loginHost();

    /** The consumer key that its login page takes. */
    String clientId();

    boolean has(Trouble trouble);

    /** Begins or ends one kind of trouble. Quick. */
    void set(Trouble trouble, boolean on);

    /** Ends every session, as after hours without use. */
    void expireSessions() throws IOException;

    /**
     * Takes the org back to its first day. May take seconds.
     *
     * @throws IOException if that failed; the message says that the org stayed as it was
     */
    void reset() throws IOException;

    /** What can go wrong on purpose, until it is switched off. */
    enum Trouble {
        REQUEST_LIMIT("Daily limit reached", "refused: REQUEST_LIMIT_EXCEEDED"),
        SLOW("Slow answers", "five seconds each"),
        ROW_LOCK("Locked rows", "writes refused: UNABLE_TO_LOCK_ROW"),
        LOST_CONNECTION("Lost connection", "broken off before the answer is complete");

        private final String words;
        private final String meaning;

        Trouble(String words, String meaning) {
            this.words = words;
            this.meaning = meaning;
        }

        /** As it stands beside its box. */
        public String words() {
            return words;
        }

        /** What happens, in half a sentence. */
        public String meaning() {
            return meaning;
        }
    }
}
