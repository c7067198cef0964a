/** A small MCP client over HTTP: what the window uses to call tools by hand. */
@NullMarked
package dev.orgbench.mcp.client;

import org.jspecify.annotations.NullMarked;
