/** Finds what an org would refuse, before it is asked. */
@NullMarked
package dev.orgbench.soql.check;

import org.jspecify.annotations.NullMarked;
