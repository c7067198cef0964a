/** What the org allows in a day and at once, and what of it is used. */
@NullMarked
package dev.orgbench.demo.limits;

import org.jspecify.annotations.NullMarked;
