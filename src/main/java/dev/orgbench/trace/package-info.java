/** What happened: the messages that clients sent, and under each the HTTP exchanges that followed. */
@NullMarked
package dev.orgbench.trace;

import org.jspecify.annotations.NullMarked;
