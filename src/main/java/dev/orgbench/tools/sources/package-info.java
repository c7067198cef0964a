/** Where definitions come from: the bundle, or a person's own folder, watched; as YAML whose faults have a file and a line. */
@NullMarked
package dev.orgbench.tools.sources;

import org.jspecify.annotations.NullMarked;
