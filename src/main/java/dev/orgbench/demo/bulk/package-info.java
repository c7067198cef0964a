/** Bulk API 2.0: jobs that write or read many records, as CSV. */
@NullMarked
package dev.orgbench.demo.bulk;

import org.jspecify.annotations.NullMarked;
