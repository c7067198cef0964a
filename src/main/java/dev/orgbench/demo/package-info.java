/** The demo org: a Salesforce over HTTP on one SQLite file. It knows nothing of the rest of Orgbench. */
@NullMarked
package dev.orgbench.demo;

import org.jspecify.annotations.NullMarked;
