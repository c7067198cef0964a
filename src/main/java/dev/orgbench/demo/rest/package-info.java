/** The demo org's HTTP resources. */
@NullMarked
package dev.orgbench.demo.rest;

import org.jspecify.annotations.NullMarked;
