/** What the language services know of an org: its objects, their fields and relationships. */
@NullMarked
package dev.orgbench.soql.schema;

import org.jspecify.annotations.NullMarked;
