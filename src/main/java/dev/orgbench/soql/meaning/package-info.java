/** What the names in a query stand for in an org. */
@NullMarked
package dev.orgbench.soql.meaning;

import org.jspecify.annotations.NullMarked;
