package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Custom fields made, changed and deleted from the open object, in sheets over the window. */
final class CustomFields implements FieldDetail.Actions {
    private final Desk desk;
    private final ObjectsModel model;
    private final FieldTools tools;

    CustomFields(Desk desk, ObjectsModel model) {
        this.desk = desk;
        this.model = model;
        this.tools = new FieldTools(() -> desk.servers().selectedProperty().get(), desk.background());
    }

    void create(ObjectPage page) {
        open(FieldDraft.create(page.name()), page.name() + "/new", answer -> {
            JsonNode refused = answer.path("not_granted").path(0);
            String name = answer.path("name").asText();
            desk.toasts()
                    .say(
                            refused.isMissingNode()
                                    ? name + " was created"
                                    : name + " was created, but not granted to "
                                            + refused.path("profile").asText() + ": "
                                            + refused.path("why").asText());
            page.load();
            page.showField(name);
        });
    }

    @Override
    public void edit(FieldRow field, String toolingId) {
        ObjectPage page = model.pageProperty().get();
        if (page == null) {
            return;
        }
        tools.call(
                FieldTools.GET,
                JsonText.NODES.objectNode().put("id", toolingId),
                read -> edit(page, new FieldDraft.Existing(toolingId, field.name(), read.path("Metadata"))),
                this::say);
    }

    private void edit(ObjectPage page, FieldDraft.Existing existing) {
        FieldDraft.edit(page.name(), existing)
                .ifPresentOrElse(
                        draft -> open(draft, page.name() + "/" + existing.name(), answer -> {
                            desk.toasts().say(existing.name() + " was changed");
                            page.load();
                        }),
                        () -> say(new Problem(
                                null,
                                "Fields of type "
                                        + existing.metadata().path("type").asText() + " are not changed in a form.",
                                "Use " + FieldTools.UPDATE + " in Tools with the id " + existing.id() + ".")));
    }

    @Override
    public void delete(FieldRow field, String toolingId) {
        ObjectPage page = model.pageProperty().get();
        if (page == null) {
            return;
        }
        new Confirmation(
                        "Delete " + page.name() + "." + field.name() + "?",
                        "The field goes, and with it its value in every record of " + page.name()
                                + ". In Setup it can be brought back for 15 days. Sent: " + FieldTools.DELETE + " "
                                + JsonText.compact(JsonText.NODES.objectNode().put("id", toolingId)),
                        "Delete field")
                .ask(
                        desk.overlay(),
                        desk.org(),
                        () -> tools.call(
                                FieldTools.DELETE,
                                JsonText.NODES.objectNode().put("id", toolingId),
                                gone -> {
                                    desk.toasts().say(field.name() + " was deleted");
                                    page.load();
                                },
                                this::say));
    }

    @Override
    public void walk(String object) {
        model.open(object);
    }

    private void open(FieldDraft fresh, String name, Consumer<JsonNode> done) {
        FieldForm form = new FieldForm(fresh, tools, desk.drafts(), desk.org().id() + "/objects/field/" + name, done);
        Opened opened = new Opened();
        opened.sheet = desk.overlay().open(new FieldSheet(form, desk.background(), opened::close));
    }

    /** What was not done and why, in a sheet that stays until it is read. */
    private void say(Problem problem) {
        Label title = new Label("That did not work");
        title.getStyleClass().add("sheet-title");
        ProblemBanner banner = new ProblemBanner();
        banner.show(problem);
        Opened opened = new Opened();
        Button servers = new Button("Open Servers");
        servers.setOnAction(press -> {
            opened.close();
            desk.navigator().openServers();
        });
        Button close = new Button("Close");
        close.setOnAction(press -> opened.close());
        HBox buttons = new HBox(8, servers, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, banner, buttons);
        content.getStyleClass().add("confirmation");
        content.setPrefWidth(480);
        opened.sheet = desk.overlay().open(content);
    }

    /** A sheet whose contents close it. */
    private static final class Opened {
        private Overlay.@Nullable Sheet sheet;

        void close() {
            if (sheet != null) {
                sheet.close();
            }
        }
    }
}
