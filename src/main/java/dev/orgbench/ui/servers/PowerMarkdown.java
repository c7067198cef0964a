package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.orgs.Org;
import dev.orgbench.tools.Method;
import dev.orgbench.tools.Tool;
import dev.orgbench.ui.kit.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a URL can do, as a page to review or to keep. The URL itself, which is a secret, is not in it. */
final class PowerMarkdown {
    private PowerMarkdown() {}

    static String of(Org org, McpServer server, PowerModel.Power power, Instant now) {
        StringBuilder page = new StringBuilder();
        page.append("# What “").append(cell(server.name())).append("” can do\n\n");
        page.append("Org: ")
                .append(cell(org.label()))
                .append(" (")
                .append(org.kind().words())
                .append(")  \n");
        page.append("Scope: ").append(ScopeWords.of(server.config())).append("  \n");
        page.append("Expires: ")
                .append(
                        server.expiresAt() == null
                                ? "never"
                                : server.expiresAt().toString())
                .append("  \n");
        TermWords.of(server.config())
                .forEach(term -> page.append("It ").append(cell(term)).append("  \n"));
        page.append("As of: ").append(now.truncatedTo(ChronoUnit.SECONDS)).append("\n\n");
        page.append(power.preview().total())
                .append(' ')
                .append(power.preview().abilities())
                .append("\n\n");
        tools(page, server, power);
        objects(page, power);
        return page.toString();
    }

    private static void tools(StringBuilder page, McpServer server, PowerModel.Power power) {
        page.append("## Tools\n\n| Tool | get | list | create | update | delete | custom | Reaches |\n");
        page.append("| --- | :-: | :-: | :-: | :-: | :-: | :-: | --- |\n");
        for (Tool tool : power.tools()) {
            page.append("| `").append(tool.name()).append("` |");
            for (Method method : Method.values()) {
                page.append(tool.method() == method ? " ● |" : "   |");
            }
            page.append(' ')
                    .append(cell(Abilities.reach(tool, server.config().readObjects())))
                    .append(" |\n");
        }
    }

    private static void objects(StringBuilder page, PowerModel.Power power) {
        page.append("\n## Records of objects\n\n");
        Problem unknown = power.unknown();
        if (unknown != null) {
            page.append("Not known: ").append(unknown.message()).append('\n');
            return;
        }
        if (power.objects().isEmpty()) {
            page.append("None.\n");
            return;
        }
        page.append("With the rights of the user that Orgbench is signed in as.\n\n");
        page.append("| Object | Label | read | create | update | delete |\n| --- | --- | :-: | :-: | :-: | :-: |\n");
        for (PowerModel.Reach object : power.objects()) {
            page.append("| `")
                    .append(object.object())
                    .append("` | ")
                    .append(cell(object.label()))
                    .append(" |");
            for (boolean may : new boolean[] {object.read(), object.create(), object.update(), object.delete()}) {
                page.append(may ? " ● |" : "   |");
            }
            page.append('\n');
        }
    }

    private static String cell(String text) {
        return text.replace("\\", "\\\\").replace("|", "\\|").replace('\n', ' ');
    }
}
