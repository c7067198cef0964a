/** The result table: rows of a query or of any list that comes in pages, with sorting, editing, copies and exports. */
@NullMarked
package dev.orgbench.ui.kit.grid;

import org.jspecify.annotations.NullMarked;
