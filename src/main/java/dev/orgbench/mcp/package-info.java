/** The Model Context Protocol, server side: JSON-RPC, eras, methods, encoders. It knows no Salesforce. */
@NullMarked
package dev.orgbench.mcp;

import org.jspecify.annotations.NullMarked;
