/** The demo org's door: which part of it answers which path. */
@NullMarked
package dev.orgbench.demo.server;

import org.jspecify.annotations.NullMarked;
