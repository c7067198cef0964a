/** What objects and fields the demo org has. */
@NullMarked
package dev.orgbench.demo.schema;

import org.jspecify.annotations.NullMarked;
