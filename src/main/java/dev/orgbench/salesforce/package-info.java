/** The Salesforce client: sign-in, REST, Tooling, describe and its cache, paging, errors, API use. */
@NullMarked
package dev.orgbench.salesforce;

import org.jspecify.annotations.NullMarked;
