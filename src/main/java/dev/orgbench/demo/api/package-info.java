/** What every part of the demo org that answers over HTTP shares: the request signed in, the answer, the errors. */
@NullMarked
package dev.orgbench.demo.api;

import org.jspecify.annotations.NullMarked;
