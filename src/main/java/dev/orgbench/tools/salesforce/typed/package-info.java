/** What of an object a tool for this object alone takes, from its describe. */
@NullMarked
package dev.orgbench.tools.salesforce.typed;

import org.jspecify.annotations.NullMarked;
