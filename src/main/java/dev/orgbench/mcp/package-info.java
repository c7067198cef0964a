/** What an MCP server offers and how it is asked for it, in words that belong to no era. It knows no Salesforce. */
@NullMarked
package dev.orgbench.mcp;

import org.jspecify.annotations.NullMarked;
