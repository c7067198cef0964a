package dev.orgbench.ui.shell;

import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/**
 * A screen as the frame knows it.
 *
 * @param focusFilter puts the caret into its filter
 */
public record Screen(String name, Feather icon, Node content, Runnable focusFilter) {}
