package dev.orgbench.ui.kit;

/** How a key with the system's shortcut modifier is written here: Cmd on a Mac, Ctrl elsewhere. */
public final class KeyName {
    private static final String MODIFIER = modifier(System.getProperty("os.name", ""));

    private KeyName() {}

    /** As it stands in a sentence: {@code Ctrl+Enter}. */
    public static String inText(String key) {
        return MODIFIER + "+" + key;
    }

    /** As it stands on a drawn key: {@code Ctrl ↵}. */
    public static String onCap(String key) {
        return MODIFIER + " " + key;
    }

    static String modifier(String os) {
        return os.startsWith("Mac") ? "Cmd" : "Ctrl";
    }
}
