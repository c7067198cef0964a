/** The command line: the window (default) and serve. */
@NullMarked
package dev.orgbench.cli;

import org.jspecify.annotations.NullMarked;
