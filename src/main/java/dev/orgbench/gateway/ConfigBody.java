package dev.orgbench.gateway;

import dev.orgbench.tools.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The member {@code config} of a request that makes or changes a server. */
final class ConfigBody {
    private static final Set<String> KEYS = Set.of(
            "methods",
            "tags",
            "pinned_objects",
            "objects",
            "byte_budget",
            "search_and_fetch",
            "confirm_destructive",
            "max_concurrent_calls",
            "max_calls_per_minute",
            "require_api_token_auth");
    private static final Set<String> OBJECT_KEYS = Set.of("read", "write");

    private ConfigBody() {}

    /** {@code before} with {@code given} laid over it. */
    static McpServer.Config over(McpServer.Config before, Member given, ServerRules rules) throws Problem {
        given.object("{\"methods\": [\"read\"]}").refuseOtherKeys(KEYS);
        McpServer.Config base = given.isNull() ? McpServer.Config.EVERYTHING : before;
        Member methods = given.member("methods");
        List<String> words = methods.words(base.methods()).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        methods.refuse(rules.methodsFault(words));
        Member tags = given.member("tags");
        List<String> tagged = tags.words(base.tags());
        tags.refuse(rules.tagsFault(tagged));
        ConfigDraft draft = base.draft()
                .methods(words)
                .tags(tagged)
                .pinnedObjects(objects(given.member("pinned_objects"), base.pinnedObjects()))
                .byteBudget(given.member("byte_budget")
                        .number(base.byteBudget(), Terms.USUAL_BYTE_BUDGET, ServerRules::byteBudgetFault))
                .searchAndFetch(given.member("search_and_fetch").flag(base.searchAndFetch()))
                .confirmDestructive(given.member("confirm_destructive").flag(base.confirmDestructive()))
                .requireApiToken(given.member("require_api_token_auth").flag(base.requireApiToken()))
                .ceiling(ceiling(given, base.ceiling()));
        layObjects(draft, given.member("objects"), base);
        return draft.config();
    }

    private static McpServer.Ceiling ceiling(Member given, McpServer.Ceiling base) throws Problem {
        return new McpServer.Ceiling(
                given.member("max_concurrent_calls").number(base.atOnce(), 0, ServerRules::atOnceFault),
                given.member("max_calls_per_minute").number(base.perMinute(), 0, ServerRules::perMinuteFault));
    }

    private static void layObjects(ConfigDraft draft, Member given, McpServer.Config base) throws Problem {
        given.object("{\"read\": [\"Account\"]}").refuseOtherKeys(OBJECT_KEYS);
        Member written = given.member("write");
        List<String> readable = given.isNull() ? List.of() : only(given.member("read"), base.readObjects());
        List<String> writable = given.isNull() ? List.of() : only(written, base.writeObjects());
        written.refuse(ServerRules.writableFault(readable, writable));
        draft.readObjects(readable).writeObjects(writable);
    }

    /** No name is no limit to us; who writes an empty list may mean that nothing is allowed, and must not get everything. */
    private static List<String> only(Member given, List<String> before) throws Problem {
        List<String> names = objects(given, before);
        if (names.isEmpty() && !given.isAbsent()) {
            throw given.fault(
                    " cannot be empty. Write null, or leave it out, to limit nothing; to let no record be changed,"
                            + " leave create, update, delete and custom out of methods.");
        }
        return names;
    }

    private static List<String> objects(Member given, List<String> before) throws Problem {
        List<String> names = given.words(before);
        given.refuse(ServerRules.objectsFault(names));
        return names;
    }
}
