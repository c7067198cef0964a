/** Searches in the text of records: SOSL, and its forms as parameters. */
@NullMarked
package dev.orgbench.demo.search;

import org.jspecify.annotations.NullMarked;
