// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.rollup;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is summed. Immutable.
 *
 * @param name of the table of sums, and of the view {@code <name>_feed} that feeds it
 * @param source the table of events, with columns {@code owner}, {@code id} (String) and {@code
 *     time} (DateTime64 in UTC)
 * @param owner the column whose values are kept apart, such as a site
 * @param id the column that names an event
 * @param dimensions ClickHouse expressions of type String over the source, by name; an event is in
 *     no key of a dimension whose expression is empty
 * @param measures ClickHouse expressions of whole numbers over the source, by name; what is kept
 *     are their sums
 */
public record RollupDefinition(
    String name,
    String source,
    String owner,
    String id,
    String time,
    Map<String, String> dimensions,
    Map<String, String> measures) {

  /** The dimension with one key, in which every event is. */
  public static final String OVERVIEW = "overview";

  /** The key of {@link #OVERVIEW}. */
  public static final String ALL = "all";

  /**
   * Checks the definition.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public RollupDefinition {
    dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    if (dimensions.containsKey(OVERVIEW)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Roll-up '" + name + "': every roll-up has the dimension " + OVERVIEW + " already");
    }
    if (measures.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Roll-up '" + name + "' has no measure to sum");
    }
  }

  void requireDimension(String dimension) {
    if (!dimension.equals(OVERVIEW) && !dimensions.containsKey(dimension)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Roll-up '"
              + name
              + "' has no dimension "
              + dimension
              + "; it has "
              + dimensions.keySet());
    }
  }
}
