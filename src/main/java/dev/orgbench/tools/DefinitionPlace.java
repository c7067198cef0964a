package dev.orgbench.tools;

/**
 * Where a tool's definition stands.
 *
 * @param file the file's name, as {@code query.yaml}
 * @param text the whole file
 * @param line where the tool's method begins, from 1
 * @param own whether the file is the person's own
 * @param bundled whether Orgbench brings a file of that name, which an own one stands in for
 */
public record DefinitionPlace(String file, String text, int line, boolean own, boolean bundled) {}
