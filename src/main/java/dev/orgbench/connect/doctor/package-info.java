/** Looks at each step between here and a client. */
@NullMarked
package dev.orgbench.connect.doctor;

import org.jspecify.annotations.NullMarked;
