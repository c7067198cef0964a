/** Tells what a word of a query means. */
@NullMarked
package dev.orgbench.soql.hover;

import org.jspecify.annotations.NullMarked;
