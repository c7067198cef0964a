package dev.orgbench.ui.kit;

import dev.orgbench.orgs.Org;
import dev.orgbench.trace.Trace;
import java.util.concurrent.Executor;

/**
 * What every screen of one org stands on. A screen's model takes from it what it needs; the desk itself goes no further
 * than the screen.
 *
 * @param org the org that the screen is about
 * @param servers its MCP servers, and the selected one
 * @param trace what happened
 * @param background where work goes that may block
 * @param feed runs what it is given on the screen's thread, a few times a second at most: for live feeds
 * @param memory splits, filters, selections
 * @param drafts what was typed and not sent
 * @param navigator the way to other screens
 * @param overlay where sheets open
 * @param toasts short words on what was done
 * @param files asks for places on disk
 * @param browser the person's own
 * @param lifetime of the screens; what they follow ends with it
 */
public record Desk(
        Org org,
        ServerChoice servers,
        Trace trace,
        Background background,
        Executor feed,
        Memory memory,
        Drafts drafts,
        Navigator navigator,
        Overlay overlay,
        Toasts toasts,
        FileDialogs files,
        Browser browser,
        Lifetime lifetime) {

    /** A desk whose lifetime is its own. */
    public Desk(
            Org org,
            ServerChoice servers,
            Trace trace,
            Background background,
            Executor feed,
            Memory memory,
            Drafts drafts,
            Navigator navigator,
            Overlay overlay,
            Toasts toasts,
            FileDialogs files,
            Browser browser) {
        this(
                org,
                servers,
                trace,
                background,
                feed,
                memory,
                drafts,
                navigator,
                overlay,
                toasts,
                files,
                browser,
                new Lifetime());
    }
}
