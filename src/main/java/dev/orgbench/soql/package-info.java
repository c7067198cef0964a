/** The SOQL language: tokens, parser, syntax tree with source ranges, problems with row and column. */
@NullMarked
package dev.orgbench.soql;

import org.jspecify.annotations.NullMarked;
