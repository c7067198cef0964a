/** Prompts: what a person can ask an agent to do with an org, picked from a menu and filled in. */
@NullMarked
package dev.orgbench.tools.prompts;

import org.jspecify.annotations.NullMarked;
