/**
 * Formulas: read, checked, and turned into SQL. Calculated fields, roll-up summaries and validation rules all are SQL
 * expressions over one row, so a query, a filter and a check see the same value, and nothing is kept that could grow old.
 */
@NullMarked
package dev.orgbench.demo.formula;

import org.jspecify.annotations.NullMarked;
