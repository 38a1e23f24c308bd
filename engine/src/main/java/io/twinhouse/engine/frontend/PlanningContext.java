// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.frontend;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.quota.EnabledQuota;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.spi.Storage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is planned against.
 *
 * @param storage the house; its capabilities decide between a local plan and SQL for the house
 * @param bind values that are one for the whole query
 * @param parameters values of {@code {name:Type}} as text
 * @param settings set so far, by name; a statement's SETTINGS clause comes on top
 * @param rewrites what a metric asks for; {@link Rewrites#NONE} for a plain query
 * @param queries that run or ran
 * @param access null but for SQL that nobody has read
 * @param permissions of the user who asks; null for what the engine itself asks
 * @param files that statements may name
 * @param quota that the statement counts against; null for what the engine itself asks
 */
public record PlanningContext(
    Storage storage,
    BindContext bind,
    Map<String, String> parameters,
    Map<String, String> settings,
    Rewrites rewrites,
    QueryJournal queries,
    @Nullable Access access,
    @Nullable Permissions permissions,
    FileAccess files,
    SqlFunctions functions,
    @Nullable EnabledQuota quota) {

  public PlanningContext {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
  }

  /** A context without other queries. */
  public PlanningContext(
      Storage storage,
      BindContext bind,
      Map<String, String> parameters,
      Map<String, String> settings,
      Rewrites rewrites) {
    this(
        storage,
        bind,
        parameters,
        settings,
        rewrites,
        QueryJournal.NONE,
        null,
        null,
        FileAccess.NONE,
        SqlFunctions.inMemory(),
        null);
  }

  /** The same asked by the engine itself, whom nothing is hidden from. */
  public PlanningContext unlimited() {
    return new PlanningContext(
        storage,
        bind,
        parameters,
        settings,
        rewrites,
        queries,
        access,
        null,
        files,
        functions,
        null);
  }

  /** The same with other values of query parameters. */
  public PlanningContext withParameters(Map<String, String> values) {
    return new PlanningContext(
        storage,
        bind,
        values,
        settings,
        rewrites,
        queries,
        access,
        permissions,
        files,
        functions,
        quota);
  }
}
