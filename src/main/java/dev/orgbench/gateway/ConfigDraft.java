package dev.orgbench.gateway;

import java.util.List;

/**
 * A server's configuration while it is put together: {@code Config.EVERYTHING.draft().methods(List.of("read")).config()}.
 * What is not said stays as it was. See {@link McpServer.Config} for what each part means.
 */
public final class ConfigDraft {
    private List<String> methods;
    private List<String> tags;
    private List<String> pinnedObjects;
    private boolean requireApiToken;
    private List<String> readObjects;
    private List<String> writeObjects;
    private boolean searchAndFetch;
    private boolean confirmDestructive;
    private int byteBudget;
    private McpServer.Ceiling ceiling;

    ConfigDraft(McpServer.Config begin) {
        methods = begin.methods();
        tags = begin.tags();
        pinnedObjects = begin.pinnedObjects();
        requireApiToken = begin.requireApiToken();
        readObjects = begin.readObjects();
        writeObjects = begin.writeObjects();
        searchAndFetch = begin.searchAndFetch();
        confirmDestructive = begin.confirmDestructive();
        byteBudget = begin.byteBudget();
        ceiling = begin.ceiling();
    }

    public ConfigDraft methods(List<String> words) {
        methods = words;
        return this;
    }

    public ConfigDraft tags(List<String> words) {
        tags = words;
        return this;
    }

    public ConfigDraft pinnedObjects(List<String> names) {
        pinnedObjects = names;
        return this;
    }

    public ConfigDraft requireApiToken(boolean on) {
        requireApiToken = on;
        return this;
    }

    public ConfigDraft readObjects(List<String> names) {
        readObjects = names;
        return this;
    }

    public ConfigDraft writeObjects(List<String> names) {
        writeObjects = names;
        return this;
    }

    public ConfigDraft searchAndFetch(boolean on) {
        searchAndFetch = on;
        return this;
    }

    public ConfigDraft confirmDestructive(boolean on) {
        confirmDestructive = on;
        return this;
    }

    public ConfigDraft byteBudget(int bytes) {
        byteBudget = bytes;
        return this;
    }

    public ConfigDraft ceiling(McpServer.Ceiling most) {
        ceiling = most;
        return this;
    }

    /** What has come together. */
    public McpServer.Config config() {
        return new McpServer.Config(
                methods,
                tags,
                pinnedObjects,
                requireApiToken,
                readObjects,
                writeObjects,
                searchAndFetch,
                confirmDestructive,
                byteBudget,
                ceiling);
    }
}
