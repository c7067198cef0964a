package dev.orgbench.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.mcp.client.McpException;
import dev.orgbench.ui.Picture;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.orgs.DemoControls.Trouble;
import javafx.scene.input.KeyCode;

/** Tools and Traffic: a call by hand, and an agent at work. */
final class CallingPictures {
    private static final String QUERY = "list_all_salesforce_query";
    private static final String EDITOR = ".code-field .styled-text-area";
    private static final String LARGEST_LOST = """
            SELECT Name, StageName, Amount, CloseDate, Owner.Name
            FROM Opportunity
            WHERE StageName = 'Closed Lost' AND CloseDate = THIS_MONTH
            ORDER BY Amount DESC LIMIT 5""";

    private CallingPictures() {}

    /** Before anybody called. */
    static void first(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        gallery.both("tools-first", ".answer-pane .state-pane");
        picture.press("#nav-traffic");
        gallery.both("traffic-empty", ".traffic-screen .state-pane");
    }

    static void tools(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-tools");
        picture.typeCode(EDITOR, LARGEST_LOST);
        for (int i = 0; i < 8; i++) {
            // The first calls of a run start cold: not what a call usually takes.
            picture.press("#run");
            picture.until(".answer-pane .table-view");
        }
        gallery.both("tools-full", ".answer-pane .table-view");
        picture.type("#tool-filter", "nothing of that name");
        gallery.both("tools-empty", ".tool-list .state-pane");
        picture.type("#tool-filter", "");
        picture.typeCode(EDITOR, "SELECT Name, Amout FROM Opportunity");
        picture.press("#run");
        gallery.both("tools-error", ".answer-pane .problem-banner");
        picture.typeCode(EDITOR, LARGEST_LOST);
        gallery.trouble(Trouble.SLOW, true);
        picture.press("#run");
        gallery.both("tools-loading", ".answer-pane .state-pane .turning");
        gallery.trouble(Trouble.SLOW, false);
        picture.key(KeyCode.ESCAPE);
    }

    static void traffic(Gallery gallery) throws Exception {
        try (McpClient agent = gallery.client("ChatGPT")) {
            agentMakesATask(agent);
        }
        Picture picture = gallery.picture();
        picture.press("#nav-traffic");
        picture.row("#messages", 0);
        gallery.both("traffic-full", ".message-detail .exchange-list");
        picture.row("#messages", 1);
        gallery.both("traffic-error", ".message-detail .problem-banner");
        picture.segment("Timeline");
        gallery.both("traffic-timeline", "#timeline");
        picture.segment("List");
        picture.type("#traffic-filter", "nothing of that name");
        gallery.both("traffic-none", ".traffic-screen .state-pane");
        picture.type("#traffic-filter", "");
    }

    /** After the gateway has gone. */
    static void gone(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-tools");
        picture.press("#run");
        gallery.both("tools-gone", ".answer-pane .state-pane .state-icon-bad");
    }

    /** As the source article tells it, with the slip that agents make: a field that is none. */
    private static void agentMakesATask(McpClient agent) throws McpException, JsonText.Malformed {
        agent.listTools();
        JsonNode lost = call(agent, QUERY, """
                {"q":"SELECT Id, OwnerId, Amount FROM Opportunity WHERE StageName = 'Closed Lost' ORDER BY Amount DESC LIMIT 1"}""").at("/records/0");
        call(agent, "get_single_salesforce_object_describe_by_id", "{\"id\":\"Task\"}");
        String task = """
                {"object_name":"Task","fields":{"OwnerId":"%s","WhatId":"%s",
                 "Subject":"Win/loss post-mortem","%s":"Not Started"}}""";
        String owner = lost.path("OwnerId").asText();
        String what = lost.path("Id").asText();
        call(agent, "create_a_salesforce_record", task.formatted(owner, what, "State"));
        call(agent, "create_a_salesforce_record", task.formatted(owner, what, "Status"));
    }

    private static JsonNode call(McpClient agent, String tool, String arguments)
            throws McpException, JsonText.Malformed {
        return agent.callTool(tool, JsonText.parseObject(arguments)).structured();
    }
}
