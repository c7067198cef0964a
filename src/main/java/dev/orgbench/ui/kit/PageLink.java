package dev.orgbench.ui.kit;

import java.net.URI;
import java.util.Map;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** A link that opens a page in the person's browser; where none starts, the address can be copied. */
public final class PageLink extends Hyperlink {
    public PageLink(String text, URI page, Desk desk) {
        super(text);
        setAccessibleText("Open " + page);
        setTooltip(new Tooltip(page.toString()));
        setOnAction(press -> open(page, desk));
    }

    private static void open(URI page, Desk desk) {
        desk.background()
                .run(
                        () -> {
                            desk.browser().open(page);
                            return true;
                        },
                        opened -> {},
                        failure -> desk.toasts()
                                .say(
                                        "No browser could be started. The address is " + page,
                                        "Copy",
                                        () -> copy(page.toString())));
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
