/** The paths by which a person or a test breaks the org, keeps it, takes it back, and sees what was asked of it. */
@NullMarked
package dev.orgbench.demo.control;

import org.jspecify.annotations.NullMarked;
