/** The composition root: builds every room by constructor and closes them in order. */
@NullMarked
package dev.orgbench.app;

import org.jspecify.annotations.NullMarked;
