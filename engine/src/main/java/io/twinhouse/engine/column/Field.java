// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.column;

import io.twinhouse.engine.type.Type;

/** Name and type of one column of a schema. */
public record Field(String name, Type type) {

  @Override
  public String toString() {
    return name + " " + type.name();
  }
}
