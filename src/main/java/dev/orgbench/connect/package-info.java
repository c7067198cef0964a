/** Handing a server over to agents: what is handed over, and the machine on which that happens. */
@NullMarked
package dev.orgbench.connect;

import org.jspecify.annotations.NullMarked;
