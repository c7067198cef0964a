/** The orgs that a person has connected, and the secrets that open them. */
@NullMarked
package dev.orgbench.orgs;

import org.jspecify.annotations.NullMarked;
