package dev.orgbench.tools.resources;

import dev.orgbench.tools.ToolAnswer;

/**
 * The org could not be asked, or what it said cannot be given.
 *
 * @param failure its code is {@code INVALID_ARGUMENT} if a cursor is not of this list
 */
public record FailedRequest(ToolAnswer.Failure failure) implements ListAnswer, ReadAnswer {}
