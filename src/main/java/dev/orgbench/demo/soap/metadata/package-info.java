/** The Metadata API: custom objects and fields as components, one by one and by the package. */
@NullMarked
package dev.orgbench.demo.soap.metadata;

import org.jspecify.annotations.NullMarked;
