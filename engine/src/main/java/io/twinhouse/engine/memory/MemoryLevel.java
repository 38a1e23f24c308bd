// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.memory;

/** What a node of the memory tree stands for; the text opens the message of a refusal. */
public enum MemoryLevel {
  SERVER("Total"),
  USER("User"),
  QUERY("Query"),
  OPERATOR("Operator");

  private final String text;

  MemoryLevel(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
