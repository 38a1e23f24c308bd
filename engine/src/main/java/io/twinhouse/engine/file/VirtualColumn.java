// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What each row of a file tells of it. */
enum VirtualColumn {
  PATH("_path", "LowCardinality(String)"),
  FILE("_file", "LowCardinality(String)"),
  SIZE("_size", "Nullable(UInt64)"),
  TIME("_time", "Nullable(DateTime)");

  private final String column;
  private final String type;

  VirtualColumn(String column, String type) {
    this.column = column;
    this.type = type;
  }

  String column() {
    return column;
  }

  Type type() {
    return TypeParser.parse(type);
  }

  /** The value for {@code rows} rows of {@code file}. */
  Column of(Path file, int rows) {
    ColumnBuilder builder = ColumnBuilder.of(type());
    try {
      switch (this) {
        case PATH -> append(builder, file.toString());
        case FILE -> append(builder, String.valueOf(file.getFileName()));
        case SIZE -> builder.appendLong(Files.size(file));
        case TIME -> builder.appendLong(Files.getLastModifiedTime(file).toMillis() / 1000);
      }
    } catch (IOException e) {
      throw new TwinhouseException(ErrorCode.CANNOT_STAT, "Cannot stat file " + file, e);
    }
    return ConstantColumn.of(builder.build(), rows);
  }

  private static void append(ColumnBuilder builder, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    builder.appendBytes(bytes, 0, bytes.length);
  }
}
