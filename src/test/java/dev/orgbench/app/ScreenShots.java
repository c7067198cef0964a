package dev.orgbench.app;

import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.ui.Picture;
import dev.orgbench.ui.kit.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/**
 * Takes pictures of the states that a person gets to see, of all of Orgbench, into the folder given:
 * {@code ScreenShots /tmp/shots light-1280x800 dark-1024x640}. A workshop for the window's looks.
 */
public final class ScreenShots {
    private final Path folder;
    private final OpenWorkbench open;
    private final Picture picture;
    private final Stage stage;

    private ScreenShots(Path folder, OpenWorkbench open, String theme, String size) throws Exception {
        this.folder = folder;
        this.open = open;
        open.memory().put("theme", theme);
        open.memory().put("window.width", size.substring(0, size.indexOf('x')));
        open.memory().put("window.height", size.substring(size.indexOf('x') + 1));
        picture = new Picture(this.folder, theme + "-" + size);
        stage = picture.show(open.workbench(), open.memory());
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try {
            for (int i = 1; i < args.length; i++) {
                String[] wanted = args[i].split("-");
                try (OpenWorkbench open = new OpenWorkbench(Files.createTempDirectory("orgbench-shots"))) {
                    new ScreenShots(folder, open, wanted[0], wanted[1]).all();
                }
            }
        } finally {
            Platform.exit();
        }
    }

    private void all() throws Exception {
        picture.until(".code-field .styled-text-area");
        picture.shoot("tools-first-start");
        picture.press("#nav-traffic");
        picture.shoot("traffic-no-agent");
        picture.press("#nav-tools");
        picture.press("#run");
        picture.until(".answer-pane .table-view");
        picture.shoot("tools-table");
        for (String view : List.of("Tree", "Text", "Raw", "Headers", "Timing")) {
            picture.segment(view);
            picture.shoot("tools-" + view.toLowerCase(Locale.ROOT));
        }
        picture.segment("Raw JSON");
        picture.shoot("tools-rawjson");
        picture.segment("Form");
        query("SELECT Name, Amout FROM Opportunity");
        picture.press("#run");
        picture.until(".answer-pane .problem-banner");
        picture.shoot("tools-error");
        for (int tab = 1; tab <= 3; tab++) {
            picture.tab(tab);
            picture.shoot("tools-tab" + tab);
        }
        picture.tab(0);
        query("SELECT Id, Name FROM Account");
        picture.on(() -> ((TextField) stage.getScene().getRoot().lookup("#field-limit")).setText("20"));
        picture.press("#run");
        picture.until("#next-page");
        picture.shoot("tools-next-page");
        picture.on(() -> choose("create_a_salesforce_custom_object"));
        picture.press("#run");
        picture.shoot("tools-missing");
        picture.on(() -> choose("create_a_salesforce_record"));
        picture.press("#example");
        picture.press("#run");
        picture.until(".answer-pane .problem-banner");
        picture.shoot("tools-refused");
        traffic();
        open.orgbench().close();
        picture.press("#nav-tools");
        picture.press("#run");
        picture.until(".answer-pane .state-pane");
        picture.shoot("state-call-failed");
        picture.key(KeyCode.F5);
        picture.shoot("state-list-failed");
        picture.on(stage::hide);
    }

    private void traffic() throws Exception {
        try (McpClient agent = open.client("ChatGPT")) {
            agent.callTool("list_all_salesforce_objects", JsonText.NODES.objectNode());
            agent.callTool("list_all_salesforce_query", JsonText.parseObject("{\"q\":\"SELECT Id FROM Task WHERE\"}"));
        }
        picture.press("#nav-traffic");
        picture.shoot("traffic-none-chosen");
        picture.on(() -> messages().getSelectionModel().select(0));
        picture.shoot("traffic-error");
        picture.on(() -> messages().getSelectionModel().select(1));
        picture.segment("Answer");
        picture.shoot("traffic-ok");
        picture.key(KeyCode.F1);
        picture.shoot("keys");
        picture.key(KeyCode.F1);
    }

    private void query(String soql) throws Exception {
        picture.on(() -> ((CodeArea) stage.getScene().getRoot().lookup(".code-field .styled-text-area")).replaceText(soql));
    }

    private void choose(String tool) {
        ListView<?> list = (ListView<?>) stage.getScene().getRoot().lookup(".tool-list .list-view");
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).toString().contains("name=" + tool)) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private TableView<?> messages() {
        return (TableView<?>) stage.getScene().getRoot().lookup("#messages");
    }
}
