// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * A data skipping index as it was declared.
 *
 * @param expression ClickHouse expression text
 * @param type kind with its arguments, for instance {@code bloom_filter(0.01)}
 * @param granularity granules that one entry covers
 */
public record IndexDefinition(String name, String expression, String type, long granularity) {

  /** The type without its arguments, for instance {@code bloom_filter}. */
  public String kind() {
    int arguments = type.indexOf('(');
    return arguments < 0 ? type : type.substring(0, arguments);
  }
}
