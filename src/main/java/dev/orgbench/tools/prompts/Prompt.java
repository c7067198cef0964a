package dev.orgbench.tools.prompts;

import java.util.List;

/**
 * A prompt as a menu shows it.
 *
 * @param name {@code [a-z][a-z0-9_]*}, at most 64 characters
 */
public record Prompt(String name, String title, String description, List<Argument> arguments) {
    public Prompt {
        arguments = List.copyOf(arguments);
    }

    /** What a person fills in. All arguments are texts. */
    public record Argument(String name, String title, String description, boolean required) {}
}
