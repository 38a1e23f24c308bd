// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Call;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engines that databases may be given here, and those of the server's that they may not. */
public final class DatabaseEngines {

  private static final Set<String> HERE = Set.of("Atomic", "Memory");

  /** What is in them lies somewhere else. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "Backup",
          "DataLakeCatalog",
          "Dictionary",
          "Filesystem",
          "HDFS",
          "MaterializedPostgreSQL",
          "MySQL",
          "PostgreSQL",
          "Replicated",
          "S3",
          "SQLite");

  private DatabaseEngines() {}

  /**
   * Checks the engine of CREATE DATABASE.
   *
   * @param engine null if none is named
   * @throws TwinhouseException UNKNOWN_DATABASE_ENGINE, BAD_ARGUMENTS, or NOT_IMPLEMENTED for one
   *     that the server has
   */
  public static void check(@Nullable Call engine) {
    if (engine == null) {
      return;
    }
    String name = engine.name();
    if (ELSEWHERE.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Database engine "
              + name
              + " is not supported by the embedded engine; use Atomic, or run this on ClickHouse");
    }
    if (!HERE.contains(name)) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE_ENGINE, "Unknown database engine: " + name + ".");
    }
    if (!engine.arguments().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Database engine `" + name + "` cannot have arguments.");
    }
  }
}
