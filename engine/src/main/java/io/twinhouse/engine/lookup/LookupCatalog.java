// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.lookup;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where dictionaries are declared. Thread-safe. */
@FunctionalInterface
public interface LookupCatalog {

  /** No dictionaries. */
  LookupCatalog NONE = (database, name) -> null;

  /** The dictionary of that name; null if there is none. */
  @Nullable Declared find(String database, String name);

  /**
   * A declaration.
   *
   * @param identity equal as long as nothing about it has changed
   * @param definition reads it
   */
  record Declared(Object identity, Supplier<LookupDefinition> definition) {}
}
