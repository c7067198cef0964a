/** What people and agents add to the org: custom objects and fields, their metadata, and the catalogue of all objects. */
@NullMarked
package dev.orgbench.demo.metadata;

import org.jspecify.annotations.NullMarked;
