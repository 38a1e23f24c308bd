// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with something said about its result: at least one of file, format and settings. The
 * settings of a single SELECT are in the {@link io.twinhouse.sql.ast.Select} instead, unless they
 * stand behind FORMAT.
 *
 * @param outfile null to send the result to the client
 * @param format null for the client's default
 */
public record Formatted(
    Position position,
    Statement statement,
    @Nullable Outfile outfile,
    @Nullable String format,
    List<SettingChange> settings)
    implements Statement {

  public Formatted {
    settings = List.copyOf(settings);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.formatted(this);
  }

  /**
   * A file at the client.
   *
   * @param compression null to go by the file's name
   * @param level null for the method's default
   */
  public record Outfile(
      String path,
      Mode mode,
      boolean andStdout,
      @Nullable String compression,
      @Nullable Integer level) {}

  /** What becomes of a file that is there already. */
  public enum Mode {
    /** It is an error. */
    CREATE,
    APPEND,
    TRUNCATE
  }
}
