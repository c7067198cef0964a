package dev.orgbench.tools.prompts;

/**
 * A prompt filled in.
 *
 * @param description the prompt's own
 * @param text what the person says: one message
 */
public record PromptText(String description, String text) {}
