/** The Tools screen. */
@NullMarked
package dev.orgbench.ui.tools;

import org.jspecify.annotations.NullMarked;
