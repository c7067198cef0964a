/** Proposes what may stand at a place in a query. */
@NullMarked
package dev.orgbench.soql.complete;

import org.jspecify.annotations.NullMarked;
