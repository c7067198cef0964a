package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call that a person keeps.
 *
 * @param collection the folder that it lies in
 * @param name the file's name without its ending
 */
record SavedCall(String collection, String name, String tool, ObjectNode arguments) {}
