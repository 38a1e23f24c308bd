// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.Type;

/**
 * What a lookup knows of each key.
 *
 * @param type Nullable where values may be NULL
 * @param defaultValue a column of one row of that type: what keys have that are not there
 * @param hierarchical whether its values are keys of the row's parents
 * @param injective whether no two keys have the same value
 */
public record LookupAttribute(
    String name, Type type, Column defaultValue, boolean hierarchical, boolean injective) {}
