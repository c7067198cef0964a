/** SOSL, the language of searches: its tree and how it is read and written. */
@NullMarked
package dev.orgbench.soql.sosl;

import org.jspecify.annotations.NullMarked;
