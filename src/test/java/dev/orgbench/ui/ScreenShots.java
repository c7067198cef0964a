package dev.orgbench.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;

/** Shows the window on the fake server and takes pictures of its states into the folder given. A workshop for its looks. */
public final class ScreenShots {
    private ScreenShots() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        try {
            for (int i = 1; i < args.length; i++) {
                shots(folder, args[i].substring(0, args[i].indexOf('-')), args[i].substring(args[i].indexOf('-') + 1));
            }
        } finally {
            Platform.exit();
        }
    }

    private static void shots(Path folder, String theme, String size) throws Exception {
        FakeWorkbench fake = FakeWorkbench.create();
        fake.memory().put("theme", theme);
        fake.memory().put("window.width", size.substring(0, size.indexOf('x')));
        fake.memory().put("window.height", size.substring(size.indexOf('x') + 1));
        Picture picture = new Picture(folder, theme + "-" + size);
        Stage stage = picture.show(fake.workbench(), fake.memory());
        fake.server().message("ChatGPT", "initialize", "2025-11-25");
        fake.server().message("ChatGPT", "tools/list", "10 tools");
        picture.shoot("tools-idle");
        picture.on(() -> code(stage).replaceText("SELECT Name, StageName, Amount, CloseDate, Owner.Name\nFROM Opportunity\nWHERE StageName = 'Closed Lost' AND CloseDate = THIS_MONTH\nORDER BY Amount DESC LIMIT 3"));
        picture.press("#run");
        picture.shoot("tools-table");
        for (String view : List.of("Tree", "Text", "Raw", "Headers", "Timing")) {
            picture.segment(view);
            picture.shoot("tools-" + view.toLowerCase(java.util.Locale.ROOT));
        }
        picture.segment("Raw JSON");
        picture.shoot("tools-rawjson");
        picture.segment("Form");
        picture.on(() -> code(stage).replaceText("SELECT Name, Amout FROM Opportunity"));
        picture.press("#run");
        picture.shoot("tools-error");
        picture.tab(3);
        picture.shoot("tools-history");
        picture.tab(1);
        picture.shoot("tools-schema");
        picture.tab(2);
        picture.shoot("tools-definition");
        picture.tab(0);
        picture.on(() -> tools(stage).getSelectionModel().select(find(stage, "create_a_salesforce_custom_object")));
        picture.press("#run");
        picture.shoot("tools-nested");
        picture.on(() -> tools(stage).getSelectionModel().select(find(stage, "get_single_salesforce_object_describe_by_id")));
        picture.shoot("tools-describe");
        traffic(fake);
        picture.press("#nav-traffic");
        picture.shoot("traffic-none-chosen");
        picture.on(() -> messages(stage).getSelectionModel().select(0));
        picture.shoot("traffic-error");
        picture.on(() -> messages(stage).getSelectionModel().select(1));
        picture.segment("Answer");
        picture.shoot("traffic-ok");
        picture.key(KeyCode.F1);
        picture.shoot("keys");
        picture.on(stage::hide);
        states(folder, theme, size);
    }

    private static void states(Path folder, String theme, String size) throws Exception {
        FakeWorkbench fake = FakeWorkbench.create();
        fake.memory().put("theme", theme);
        fake.memory().put("window.width", size.substring(0, size.indexOf('x')));
        fake.memory().put("window.height", size.substring(size.indexOf('x') + 1));
        fake.server().breakDown("Nothing answers at 127.0.0.1:7420. Is Orgbench’s server running?");
        Picture picture = new Picture(folder, theme + "-" + size);
        Stage stage = picture.show(
                fake.workbench(
                        "Port 7420 was taken; the MCP server listens on 7423.",
                        "The demo org’s file was damaged. It was moved to demo-2026-11-22.db and made anew."),
                fake.memory());
        picture.shoot("state-failed");
        picture.press("#nav-traffic");
        picture.shoot("state-traffic-empty");
        picture.on(stage::hide);
    }

    private static void traffic(FakeWorkbench fake) throws Exception {
        ObjectNode none = JsonText.NODES.objectNode();
        fake.server().call("ChatGPT", "list_all_salesforce_objects", none);
        fake.server().call("ChatGPT", "get_single_salesforce_object_describe_by_id", JsonText.parseObject("{\"id\":\"Feature_Request__c\"}"));
        fake.server().call("Inspector CLI", "list_all_salesforce_query", JsonText.parseObject("{\"q\":\"SELECT Id FROM Task\"}"));
        fake.server().call(
                "ChatGPT",
                "create_a_salesforce_record",
                JsonText.parseObject("{\"object_name\":\"Task\",\"fields\":{\"OwnerId\":\"005Kx000001aQbLIAU\",\"WhatId\":\"006Kx000004PmZdIAK\",\"Subject\":\"Win/loss post-mortem\",\"Status\":\"Not Started\"}}"));
    }

    private static CodeArea code(Stage stage) {
        return (CodeArea) stage.getScene().getRoot().lookup(".code-field .styled-text-area");
    }

    @SuppressWarnings("unchecked")
    private static ListView<Object> tools(Stage stage) {
        return (ListView<Object>) stage.getScene().getRoot().lookup(".tool-list .list-view");
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> messages(Stage stage) {
        return (TableView<Object>) stage.getScene().getRoot().lookup("#messages");
    }

    private static int find(Stage stage, String tool) {
        var items = tools(stage).getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).toString().contains("name=" + tool)) {
                return i;
            }
        }
        return 0;
    }
}
