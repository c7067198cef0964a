/** The demo org's records: the file, its tables, and what may be written into them. */
@NullMarked
package dev.orgbench.demo.data;

import org.jspecify.annotations.NullMarked;
