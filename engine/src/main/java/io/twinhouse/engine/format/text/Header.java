// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import java.util.List;

/** The lines before the rows. */
public enum Header {
  NONE(""),
  NAMES("WithNames"),
  NAMES_AND_TYPES("WithNamesAndTypes");

  /** In the order of their names' length. */
  public static final List<Header> ALL = List.of(values());

  private final String suffix;

  Header(String suffix) {
    this.suffix = suffix;
  }

  /** What stands behind the name of a format with this header. */
  public String suffix() {
    return suffix;
  }

  public boolean names() {
    return this != NONE;
  }

  public boolean types() {
    return this == NAMES_AND_TYPES;
  }
}
