package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Field;

/**
 * A field that a query names, found in the schema.
 *
 * @param entity what it belongs to
 * @param sql an SQL expression without parameters
 */
record Column(Entity entity, Field field, String sql) {}
