// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.storage.arrow.file.ArrowMemory;
import io.twinhouse.storage.arrow.file.Directory;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens houses for tests. Expressions are column names and what mutations ask for: {@code column =
 * number}, numbers, and columns cast to another type.
 */
final class TestStores {

  private TestStores() {}

  static Storage open(String url, MemoryContext memory) {
    return new ArrowStorageProvider().open(options(url, Map.of(), memory));
  }

  /** Opens a house in any directory, with options of its address. */
  static Storage open(Directory directory, Map<String, String> options, MemoryContext memory)
      throws IOException {
    ArrowMemory buffers = new ArrowMemory(memory);
    try {
      return ArrowStorage.open(directory, options("arrow:test", options, memory), memory, buffers);
    } catch (IOException | RuntimeException e) {
      buffers.close();
      throw e;
    }
  }

  private static StorageOptions options(
      String url, Map<String, String> options, MemoryContext memory) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new StorageOptions(url, options, memory, TestStores::compile, clock);
  }

  private static final Pattern CONDITION = Pattern.compile("\\(?(\\w+) = (\\d+)(?:\\) != 0)?");
  private static final Pattern CONVERSION =
      Pattern.compile("CAST\\(\\(CAST\\(\\(?`(\\w+)`\\)?, '(\\w+)'\\)\\), '\\w+'\\)");
  private static final Pattern NUMBER = Pattern.compile("CAST\\(\\((\\d+)\\), '(\\w+)'\\)");

  private static Expression compile(String text, Schema schema) {
    Matcher condition = CONDITION.matcher(text);
    if (condition.matches()) {
      int column = schema.indexOf(condition.group(1));
      Expression left = Filters.input(column, schema.type(column));
      Type type = TypeParser.parse("UInt32");
      return Filters.call(
          "equals", left, Filters.constant(type, Long.parseLong(condition.group(2))));
    }
    Matcher conversion = CONVERSION.matcher(text);
    if (conversion.matches()) {
      int column = schema.indexOf(conversion.group(1));
      Expression type = Filters.constant(TypeParser.parse("String"), conversion.group(2));
      return Filters.call("CAST", Filters.input(column, schema.type(column)), type);
    }
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      Type type = TypeParser.parse(number.group(2));
      return Filters.constant(type, Long.parseLong(number.group(1)));
    }
    throw new TwinhouseException(
        ErrorCode.UNKNOWN_IDENTIFIER, "Unknown identifier " + text + " in " + schema.names());
  }
}
