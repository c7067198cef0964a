/** The loopback HTTP server that the gateway and the demo org both stand on. */
@NullMarked
package dev.orgbench.http;

import org.jspecify.annotations.NullMarked;
