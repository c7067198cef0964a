package dev.orgbench.orgs;

/** What is at stake in an org. */
public enum OrgKind {
    /** The demo org that ships with Orgbench. */
    DEMO("demo"),
    /** A sandbox, scratch org or Developer Edition: not where a business runs. */
    SANDBOX("sandbox"),
    /** A business runs on it: what destroys something asks for the org's name first. */
    PRODUCTION("production");

    private final String words;

    OrgKind(String words) {
        this.words = words;
    }

    /** As it stands on a badge. */
    public String words() {
        return words;
    }
}
