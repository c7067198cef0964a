/** {@code /composite}: requests that carry others, many records at once, and trees of records. */
@NullMarked
package dev.orgbench.demo.composite;

import org.jspecify.annotations.NullMarked;
