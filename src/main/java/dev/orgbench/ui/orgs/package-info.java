/** The orgs: switching between them, connecting one more, taking one away, and the demo org's troubles. */
@NullMarked
package dev.orgbench.ui.orgs;

import org.jspecify.annotations.NullMarked;
