/** The certificates by which the demo org speaks https. */
@NullMarked
package dev.orgbench.demo.tls;

import org.jspecify.annotations.NullMarked;
