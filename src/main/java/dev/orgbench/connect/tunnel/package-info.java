/** Tunnels: how agents that cannot see this machine come in. */
@NullMarked
package dev.orgbench.connect.tunnel;

import org.jspecify.annotations.NullMarked;
