/** What a client may read beside calling tools: each object's compact describe, under a URI of its own. */
@NullMarked
package dev.orgbench.tools.resources;

import org.jspecify.annotations.NullMarked;
