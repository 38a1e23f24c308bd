// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import io.twinhouse.engine.column.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary as it was declared.
 *
 * @param keys one UInt64 where the layout has a simple key
 * @param range null unless the layout has ranges
 * @param queries each yields keys, both ends of the range, attributes, in this order and of their
 *     types, ends Nullable; the first whose names are known counts. Empty where there is nothing to
 *     read
 * @param source as system.dictionaries shows it
 * @param leastSeconds after which it is read anew at the earliest
 * @param mostSeconds after which it is read anew at the latest; 0 for never
 * @param keyLimit keys are below this, for {@link LookupLayout#FLAT}
 */
public record LookupDefinition(
    String database,
    String name,
    LookupLayout layout,
    List<Field> keys,
    @Nullable LookupRange range,
    List<LookupAttribute> attributes,
    List<String> queries,
    String source,
    long leastSeconds,
    long mostSeconds,
    long keyLimit) {

  public LookupDefinition {
    keys = List.copyOf(keys);
    queries = List.copyOf(queries);
    attributes = List.copyOf(attributes);
  }

  /** Its name with its database. */
  public String fullName() {
    return database + "." + name;
  }

  /** The place of an attribute; -1 if there is none of that name. */
  public int attribute(String attribute) {
    for (int i = 0; i < attributes.size(); i++) {
      if (attributes.get(i).name().equals(attribute)) {
        return i;
      }
    }
    return -1;
  }
}
