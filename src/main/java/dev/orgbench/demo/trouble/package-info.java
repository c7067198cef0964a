/** What the demo org does wrong on purpose. */
@NullMarked
package dev.orgbench.demo.trouble;

import org.jspecify.annotations.NullMarked;
