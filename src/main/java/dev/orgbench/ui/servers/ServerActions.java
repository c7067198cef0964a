package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.trace.Recording;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Problem;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** What a person can do with servers: asks where something is destroyed, says what was done. */
final class ServerActions {
    private final ServersModel model;
    private final Desk desk;

    ServerActions(ServersModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    void make() {
        ServerDraft draft = new ServerDraft(desk.drafts(), desk.org().id());
        edit(null, ServerForm.Begin.FRESH, draft::keep, draft::forget);
    }

    void change(ServerRow row) {
        edit(row.server(), ServerForm.Begin.of(row.server()), form -> {}, () -> {});
    }

    void duplicate(ServerRow row) {
        edit(null, ServerForm.Begin.copyOf(row.server(), model.shelf().now()), form -> {}, () -> {});
    }

    void copyUrl(ServerRow row) {
        model.url(row, url -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, url));
            desk.toasts().say("The URL of " + named(row.server()) + " is on the clipboard. Whoever has it may use it.");
        });
    }

    void useInTools(ServerRow row) {
        model.firstTool(row, tool -> {
            if (tool == null) {
                desk.toasts()
                        .say(
                                named(row.server()) + " has no tools: its scope allows none.",
                                "Change",
                                () -> change(row));
            } else {
                desk.servers().select(row.id());
                desk.navigator().openTool(tool, null);
            }
        });
    }

    void connect(ServerRow row) {
        desk.navigator().openConnect(row.id());
    }

    void showPower(ServerRow row) {
        PowerModel power = new PowerModel(model.shelf(), row.server(), recording(), model.background());
        open(new PowerSheet(power, desk.files(), desk.toasts()));
        power.load();
    }

    void showApiTokens(McpServer server) {
        ApiTokensModel tokens = new ApiTokensModel(model.shelf(), server, model.background());
        open(new ApiTokensSheet(tokens, desk));
        tokens.load();
    }

    void rotate(ServerRow row) {
        ask(
                "Give " + named(row.server()) + " a new URL?",
                "The old URL is dead at once: every client that has it must get the new one.",
                "Rotate",
                () -> model.rotate(row, url -> {
                    desk.servers().refresh();
                    desk.toasts().say(named(row.server()) + " is at " + url + " now.", "Copy URL", () -> copyUrl(row));
                }));
    }

    void revoke(ServerRow row) {
        ask(
                "Revoke " + named(row.server()) + "?",
                "Its URL is dead at once and for good, with its API tokens. It stays in the list as revoked.",
                "Revoke",
                () -> model.revoke(row, () -> {
                    desk.servers().refresh();
                    desk.toasts().say(named(row.server()) + " is revoked.");
                }));
    }

    void delete(ServerRow row) {
        ask(
                "Delete " + named(row.server()) + "?",
                row.standing().isUp()
                        ? "Its URL is dead at once and for good, and it is gone from this list."
                        : "It is gone from this list. Its URL is dead already.",
                "Delete",
                () -> model.delete(row, () -> {
                    desk.servers().refresh();
                    desk.toasts().say(named(row.server()) + " is deleted.");
                }));
    }

    private void ask(String title, String text, String verb, Runnable confirmed) {
        model.forgetProblem();
        new Confirmation(title, text, verb).ask(desk.overlay(), desk.org(), confirmed);
    }

    /**
     * @param opened gets the form before it is shown
     * @param over runs when it was saved or given up by its own button: Esc may be pressed by mistake
     */
    private void edit(@Nullable McpServer changed, ServerForm.Begin begin, Consumer<ServerForm> opened, Runnable over) {
        model.forgetProblem();
        ServerForm.open(
                model.shelf(),
                recording(),
                model.background(),
                changed,
                begin,
                form -> {
                    opened.accept(form);
                    ServerSheet sheet = new ServerSheet(form, desk.org());
                    Overlay.Sheet open = desk.overlay().open(sheet);
                    Focus.on(sheet.first());
                    Runnable done = () -> {
                        over.run();
                        open.close();
                    };
                    sheet.onDone(done, saved -> {
                        done.run();
                        saved(form, saved);
                    });
                },
                this::sayFailed);
    }

    private void saved(ServerForm form, ServerForm.Saved saved) {
        model.selectedProperty().set(saved.server().id());
        model.load();
        desk.servers().refresh();
        String name = named(saved.server());
        desk.toasts().say(form.isNew() ? name + " is running." : name + " is changed; the next call sees it.");
        boolean wantsToken = saved.server().config().requireApiToken();
        if (wantsToken && (form.isNew() || !form.wantedApiToken())) {
            showApiTokens(saved.server());
        }
    }

    private Recording recording() {
        return desk.trace().recording(desk.org().id(), "Servers");
    }

    private void sayFailed(Problem problem) {
        desk.toasts().say(problem.summary());
    }

    private <S extends Node & Closeable> void open(S content) {
        Overlay.Sheet sheet = desk.overlay().open(content);
        content.onClose(sheet::close);
    }

    /** A sheet with a button that closes it. */
    interface Closeable {
        void onClose(Runnable close);
    }

    private static String named(McpServer server) {
        return "“" + server.name() + "”";
    }
}
