/** A second implementation of SOQL, for tests alone, that shares nothing with the first but the syntax tree. */
@NullMarked
package dev.orgbench.demo.query.naive;

import org.jspecify.annotations.NullMarked;
