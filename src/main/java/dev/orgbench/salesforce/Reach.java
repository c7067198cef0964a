package dev.orgbench.salesforce;

/** What the last request to an org told of it. */
public enum Reach {
    /** Nothing was asked yet. */
    UNKNOWN("not asked yet"),
    CONNECTED("connected"),
    SIGN_IN_NEEDED("sign in needed"),
    UNREACHABLE("unreachable");

    private final String words;

    Reach(String words) {
        this.words = words;
    }

    /** As it stands beside a lamp. */
    public String words() {
        return words;
    }
}
