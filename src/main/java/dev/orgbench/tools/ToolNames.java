package dev.orgbench.tools;

import java.util.regex.Pattern;

/** The grammar of tool names. */
final class ToolNames {
    private static final Pattern VALID = Pattern.compile("[a-z0-9_]{1,64}");

    private ToolNames() {}

    /** Not for CUSTOM methods, whose definitions give the name. */
    static String of(Method method, String integration, String resource, String plural) {
        return switch (method) {
            case LIST -> "list_all_" + integration + "_" + plural;
            case GET -> "get_single_" + integration + "_" + resource + "_by_id";
            case CREATE -> "create_a_" + integration + "_" + resource;
            case UPDATE -> "update_a_" + integration + "_" + resource + "_by_id";
            case DELETE -> "delete_a_" + integration + "_" + resource + "_by_id";
            case CUSTOM -> throw new IllegalArgumentException("a custom method has a name of its own");
        };
    }

    static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }
}
