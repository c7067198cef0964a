/** Controls, style and background work that several screens share. */
@NullMarked
package dev.orgbench.ui.kit;

import org.jspecify.annotations.NullMarked;
