package dev.orgbench.ui.shell;

/**
 * Something that the palette leads to.
 *
 * @param kind what it is, as {@code Tool}; stands at the right
 * @param title what is searched and shown first
 * @param detail more of it, as an object's label; searched too; may be empty
 * @param action goes there or does it
 */
public record PaletteEntry(String kind, String title, String detail, Runnable action) {}
