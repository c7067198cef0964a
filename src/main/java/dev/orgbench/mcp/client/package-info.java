/** An MCP client over HTTP that speaks both eras: what the window uses to call tools by hand. */
@NullMarked
package dev.orgbench.mcp.client;

import org.jspecify.annotations.NullMarked;
