/** MCP servers as a person makes them, their /mcp/{token} endpoint, and the management API. */
@NullMarked
package dev.orgbench.gateway;

import org.jspecify.annotations.NullMarked;
