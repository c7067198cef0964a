package dev.orgbench.ui;

import dev.orgbench.mcp.client.McpException;
import dev.orgbench.ui.kit.JsonText;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window on the fake server, to try it by hand while nothing else stands. */
public final class WindowOnFakes {
    private WindowOnFakes() {}

    public static void main(String[] args) throws McpException, JsonText.Malformed {
        FakeWorkbench fake = FakeWorkbench.create();
        Platform.startup(() -> {
            WorkbenchWindow window = new WorkbenchWindow(fake.memory());
            window.show(new Stage());
            window.open(fake.workbench());
        });
        fake.server().message("ChatGPT", "initialize", "2025-11-25");
        fake.server()
                .call(
                        "ChatGPT",
                        "list_all_salesforce_query",
                        JsonText.parseObject("{\"q\":\"SELECT Amout FROM Opportunity\"}"));
    }
}
