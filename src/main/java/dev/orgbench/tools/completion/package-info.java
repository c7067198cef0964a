/** What a person may mean by what has been typed so far, from the org's describe. */
@NullMarked
package dev.orgbench.tools.completion;

import org.jspecify.annotations.NullMarked;
