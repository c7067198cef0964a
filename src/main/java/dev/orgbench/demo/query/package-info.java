/** SOQL to SQL over the demo org's rows, and cursors over the result. */
@NullMarked
package dev.orgbench.demo.query;

import org.jspecify.annotations.NullMarked;
