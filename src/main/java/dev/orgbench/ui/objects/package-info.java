/** The Objects screen: what objects and fields an org has, how they hang together, and the way from there to queries and tools. */
@NullMarked
package dev.orgbench.ui.objects;

import org.jspecify.annotations.NullMarked;
