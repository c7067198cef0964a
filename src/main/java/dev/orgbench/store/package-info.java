/** Orgbench's own SQLite file: opening, migrations, one writer. */
@NullMarked
package dev.orgbench.store;

import org.jspecify.annotations.NullMarked;
