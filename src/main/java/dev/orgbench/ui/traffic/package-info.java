/** The Traffic screen. */
@NullMarked
package dev.orgbench.ui.traffic;

import org.jspecify.annotations.NullMarked;
