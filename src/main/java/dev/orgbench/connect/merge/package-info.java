/** Putting one entry into a configuration file that somebody else owns, without touching the rest. */
@NullMarked
package dev.orgbench.connect.merge;

import org.jspecify.annotations.NullMarked;
