/** The SOQL editor: colours, problems with fixes, proposals, words about what is under the pointer. */
@NullMarked
package dev.orgbench.ui.kit.code;

import org.jspecify.annotations.NullMarked;
