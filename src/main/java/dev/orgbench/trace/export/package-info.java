/** Traffic as files: our own JSON, and HTTP Archive (HAR) for the tools that read it. */
@NullMarked
package dev.orgbench.trace.export;

import org.jspecify.annotations.NullMarked;
