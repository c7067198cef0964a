package dev.orgbench.app;

import dev.orgbench.ui.Picture;
import javafx.scene.input.KeyCode;

/** What stands around the screens, and over them. */
final class FramePictures {
    private FramePictures() {}

    /** At the first start. */
    static void welcome(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.until(".code-field .styled-text-area");
        gallery.both("welcome-full", "#welcome");
        picture.press("#welcome-close");
    }

    static void all(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-tools");
        picture.press("#palette");
        picture.type("#palette-field", "list");
        gallery.both("palette-full", "#palette-list .palette-cell");
        picture.type("#palette-field", "zzqx");
        gallery.both("palette-empty", "#palette-list .state-pane");
        picture.key(KeyCode.ESCAPE);
        picture.press("#settings-button");
        gallery.both("settings-full", "#settings");
        picture.pressWords("Done");
        picture.press("#keys");
        gallery.both("keys-full", ".key-sheet");
        picture.key(KeyCode.ESCAPE);
        picture.press("#org-switcher");
        gallery.both("orgs-menu", ".org-menu .demo-panel");
        picture.press("#connect-org");
        gallery.both("orgs-browser", ".connect-sheet");
        picture.segment("Paste a session");
        gallery.both("orgs-session", ".connect-sheet #session-id");
        picture.type("#org-address", "not an address");
        picture.type("#session-id", "short");
        gallery.both("orgs-fault", ".connect-sheet .field-problem");
        picture.press("#connect-cancel");
    }
}
