/** What Salesforce's definitions refer to by name: checks against describe, shapes of answers, advice. */
@NullMarked
package dev.orgbench.tools.salesforce;

import org.jspecify.annotations.NullMarked;
