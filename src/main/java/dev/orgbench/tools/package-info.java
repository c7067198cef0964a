/** From definitions, their documentation and a live org to tools, and from a tool call to requests and an answer. */
@NullMarked
package dev.orgbench.tools;

import org.jspecify.annotations.NullMarked;
