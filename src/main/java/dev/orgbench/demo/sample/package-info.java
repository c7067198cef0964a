/** The demo org's first day: invented companies, people and deals, the same for every start, dated relative to today. */
@NullMarked
package dev.orgbench.demo.sample;

import org.jspecify.annotations.NullMarked;
