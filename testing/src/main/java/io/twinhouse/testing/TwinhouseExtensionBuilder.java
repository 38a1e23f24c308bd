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
    SqlResources.ofDirectory(directory).forEach(this::sql);
    return this;
  }

  /** Runs a class-path resource. */
  public TwinhouseExtensionBuilder script(String resource) {
    return sql(SqlResources.of(resource));
  }

  /**
   * Fills a table with the rows of a class-path resource: {@code /rows/visits.csv} the table
   * visits, {@code visits=/rows/some.csv} as well. The end of the name tells the format: {@code
   * .csv} and {@code .tsv} with a first line of column names, {@code .jsonl} and {@code .ndjson}
   * with an object a line, {@code .parquet} and {@code .arrow} where the house reads these.
   */
  public TwinhouseExtensionBuilder data(String resource) {
    definition = definition.with(Fixture.Rows.of(resource));
    return this;
  }

  /** Runs a script. */
  public TwinhouseExtensionBuilder sql(String script) {
    definition = definition.with(new Fixture.Script(script));
    return this;
  }

  /** Lets now() say this and today() its day. */
  public TwinhouseExtensionBuilder frozenAt(Instant now) {
    definition = new HouseDefinition(definition.fixtures(), now);
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
