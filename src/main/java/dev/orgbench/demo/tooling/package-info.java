/** The Tooling API. */
@NullMarked
package dev.orgbench.demo.tooling;

import org.jspecify.annotations.NullMarked;
