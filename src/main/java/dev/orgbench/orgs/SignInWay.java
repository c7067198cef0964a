package dev.orgbench.orgs;

/** How an org was connected. */
public enum SignInWay {
    /** It ships with Orgbench and is connected anew at each start. */
    BUILT_IN("comes with Orgbench"),
    BROWSER("by browser"),
    PASTED("pasted session");

    private final String words;

    SignInWay(String words) {
        this.words = words;
    }

    /** As it stands under an org's name. */
    public String words() {
        return words;
    }
}
