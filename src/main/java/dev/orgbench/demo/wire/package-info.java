/** The smallest parts of what goes over the wire: errors as Salesforce tells them, and JSON. */
@NullMarked
package dev.orgbench.demo.wire;

import org.jspecify.annotations.NullMarked;
