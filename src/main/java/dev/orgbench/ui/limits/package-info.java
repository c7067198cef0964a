/** The Limits screen: what an org allows, what is left of it, and who used it. */
@NullMarked
package dev.orgbench.ui.limits;

import org.jspecify.annotations.NullMarked;
