/** The window. One package per screen; what several screens share is in ui.kit. */
@NullMarked
package dev.orgbench.ui;

import org.jspecify.annotations.NullMarked;
