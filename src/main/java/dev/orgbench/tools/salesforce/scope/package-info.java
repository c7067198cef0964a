/** Which objects a call to Salesforce would touch, found out before anything is sent but describes. */
@NullMarked
package dev.orgbench.tools.salesforce.scope;

import org.jspecify.annotations.NullMarked;
