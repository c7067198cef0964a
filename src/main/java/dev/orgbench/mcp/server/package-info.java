/** MCP servers over HTTP: transports, eras, JSON-RPC, sessions, streams. It knows no tool and no Salesforce. */
@NullMarked
package dev.orgbench.mcp.server;

import org.jspecify.annotations.NullMarked;
