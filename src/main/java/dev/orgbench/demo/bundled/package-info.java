/** The files that the demo org brings with it: texts and tables. */
@NullMarked
package dev.orgbench.demo.bundled;

import org.jspecify.annotations.NullMarked;
