/** The Servers screen: MCP servers of one org, made, changed, handed on and ended. */
@NullMarked
package dev.orgbench.ui.servers;

import org.jspecify.annotations.NullMarked;
