// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/**
 * A database.
 *
 * @param engine {@code Atomic} or {@code Memory}; both keep tables in the same way here
 */
public record DatabaseDefinition(String name, String engine, String comment) {

  /** A database as CREATE DATABASE makes it when nothing else is said. */
  public static DatabaseDefinition of(String name) {
    return new DatabaseDefinition(name, "Atomic", "");
  }
}
