/** Step by step, and as exact text: how each client is told of a server. */
@NullMarked
package dev.orgbench.connect.guide;

import org.jspecify.annotations.NullMarked;
