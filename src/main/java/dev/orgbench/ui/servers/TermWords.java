package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.tools.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The terms of a server besides methods and tags, as a person says them; the usual ones are not worth a word. */
final class TermWords {
    private TermWords() {}

    static List<String> of(McpServer.Config config) {
        List<String> words = new ArrayList<>();
        if (!config.readObjects().isEmpty()) {
            words.add("reaches only " + names(config.readObjects()));
        }
        if (!config.writeObjects().isEmpty()) {
            words.add("writes only " + names(config.writeObjects()));
        }
        if (!config.pinnedObjects().isEmpty()) {
            words.add("has own tools for " + names(config.pinnedObjects()));
        }
        if (config.searchAndFetch()) {
            words.add("has search and fetch for ChatGPT");
        }
        if (config.confirmDestructive()) {
            words.add("asks before it destroys");
        }
        if (config.byteBudget() != Terms.USUAL_BYTE_BUDGET) {
            words.add(String.format(Locale.ROOT, "answers with at most %,d bytes", config.byteBudget()));
        }
        ceiling(config.ceiling(), words);
        if (config.requireApiToken()) {
            words.add("wants an API token besides its URL");
        }
        return words;
    }

    private static void ceiling(McpServer.Ceiling ceiling, List<String> words) {
        List<String> limits = new ArrayList<>();
        if (ceiling.atOnce() > 0) {
            limits.add(String.format(Locale.ROOT, "%,d calls at once", ceiling.atOnce()));
        }
        if (ceiling.perMinute() > 0) {
            limits.add(String.format(Locale.ROOT, "%,d calls a minute", ceiling.perMinute()));
        }
        if (!limits.isEmpty()) {
            words.add("takes at most " + String.join(" and ", limits));
        }
    }

    /** {@code Account, Contact and 4 more}. */
    private static String names(List<String> names) {
        int shown = names.size() <= 4 ? names.size() : 3;
        String told = String.join(", ", names.subList(0, shown));
        return names.size() == shown ? told : told + " and " + (names.size() - shown) + " more";
    }
}
