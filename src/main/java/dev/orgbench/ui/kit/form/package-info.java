/** A form made from a JSON Schema, and its lossless twin, the raw JSON. */
@NullMarked
package dev.orgbench.ui.kit.form;

import org.jspecify.annotations.NullMarked;
