package dev.orgbench.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** One prompt as a person sees it in a menu: an entry of {@code prompts/list}. */
public record Prompt(String name, String title, String description, List<Argument> arguments) {
    public Prompt {
        arguments = List.copyOf(arguments);
    }

    /** What a person fills in. */
    public record Argument(String name, String title, String description, boolean required) {}

    /**
     * A prompt filled in.
     *
     * @param messages as the specification shapes them: {@code [{"role", "content"}]}
     */
    public record Filled(String description, ArrayNode messages) {}
}
