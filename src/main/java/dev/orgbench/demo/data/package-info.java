/** The demo org's first day: rows made by a seeded generator. */
@NullMarked
package dev.orgbench.demo.data;

import org.jspecify.annotations.NullMarked;
