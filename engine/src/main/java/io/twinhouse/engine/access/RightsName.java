// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import java.util.List;

/**
 * The name of a database, table or column in a tree of rights, or what names begin with.
 *
 * @param prefix whether all names are meant that begin with the text
 */
record RightsName(String text, boolean prefix) implements Comparable<RightsName> {

  static List<RightsName> path(List<String> names) {
    return names.stream().map(name -> new RightsName(name, false)).toList();
  }

  /** Whether all that {@code other} means is meant. */
  boolean covers(RightsName other) {
    return prefix ? other.text.startsWith(text) : equals(other);
  }

  /** What is meant by more stands before what is meant by less. */
  @Override
  public int compareTo(RightsName other) {
    int order = text.compareTo(other.text);
    return order != 0 ? order : Boolean.compare(other.prefix, prefix);
  }
}
