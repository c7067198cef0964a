/** The SOQL screen: queries in tabs, their rows, their plans; what was run before and what was saved. */
@NullMarked
package dev.orgbench.ui.soql;

import org.jspecify.annotations.NullMarked;
