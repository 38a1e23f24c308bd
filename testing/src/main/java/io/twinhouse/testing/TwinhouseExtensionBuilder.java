// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.time.Instant;
import java.util.List;

/** A {@link TwinhouseExtension} in the making. Not thread-safe. */
public final class TwinhouseExtensionBuilder {

  private HouseDefinition definition = new HouseDefinition(List.of(), null);
  private Lifetime lifetime = Lifetime.PER_METHOD;

  TwinhouseExtensionBuilder() {}

  /** Runs the {@code .sql} files of a class-path directory, in order of name. */
  public TwinhouseExtensionBuilder migrations(String directory) {
    for (String script : SqlResources.ofDirectory(directory)) {
      definition = definition.with(script);
    }
    return this;
  }

  /** Runs a class-path resource. */
  public TwinhouseExtensionBuilder script(String resource) {
    definition = definition.with(SqlResources.of(resource));
    return this;
  }

  /** Runs a script. */
  public TwinhouseExtensionBuilder sql(String script) {
    definition = definition.with(script);
    return this;
  }

  /** Lets now() say this and today() its day. */
  public TwinhouseExtensionBuilder frozenAt(Instant now) {
    definition = new HouseDefinition(definition.scripts(), now);
    return this;
  }

  /** One house for all methods of a class. */
  public TwinhouseExtensionBuilder perClass() {
    lifetime = Lifetime.PER_CLASS;
    return this;
  }

  /** The extension. */
  public TwinhouseExtension build() {
    return new TwinhouseExtension(definition, lifetime);
  }

  HouseDefinition definition() {
    return definition;
  }
}
