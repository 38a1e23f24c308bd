// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import java.io.IOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application saw of a server, a line a step; two servers are compared by it. */
final class Transcript {

  /** One step of an application. */
  @FunctionalInterface
  interface Step {
    @Nullable Object run() throws SQLException, IOException;
  }

  private final List<String> lines = new ArrayList<>();

  /** Notes what a step leads to; a refusal is its code and state. */
  void step(String name, Step step) {
    String seen;
    try {
      seen = text(step.run());
    } catch (SQLException refused) {
      seen = "refused with " + refused.getErrorCode() + " " + refused.getSQLState();
    } catch (IOException failed) {
      seen = "failed: " + failed.getMessage();
    } catch (RuntimeException failed) {
      seen = "failed: " + failed;
    }
    lines.add(name + ": " + seen);
  }

  List<String> lines() {
    return lines;
  }

  /** All rows with the names and types of their columns. */
  static String rows(ResultSet rows) throws SQLException {
    StringBuilder text = new StringBuilder();
    try (rows) {
      ResultSetMetaData columns = rows.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        text.append(columns.getColumnLabel(i))
            .append(' ')
            .append(columns.getColumnTypeName(i))
            .append('/')
            .append(columns.getColumnType(i))
            .append('/')
            .append(columns.isNullable(i))
            .append(", ");
      }
      while (rows.next()) {
        text.append("\n  ");
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          text.append(text(rows.getObject(i))).append(" | ");
        }
      }
    }
    return text.toString();
  }

  private static String text(@Nullable Object value) throws SQLException {
    if (value instanceof Array array) {
      return "array of " + array.getBaseTypeName() + " " + text(array.getArray());
    }
    if (value instanceof Object[] several) {
      List<String> texts = new ArrayList<>();
      for (Object one : several) {
        texts.add(text(one));
      }
      return texts.toString();
    }
    if (value instanceof Map<?, ?> map) {
      List<String> texts = new ArrayList<>();
      for (var entry : map.entrySet()) {
        texts.add(text(entry.getKey()) + "=" + text(entry.getValue()));
      }
      return texts.toString();
    }
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    }
    if (value != null && value.getClass().isArray()) {
      List<Object> elements = new ArrayList<>();
      for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
        elements.add(java.lang.reflect.Array.get(value, i));
      }
      return value.getClass().getSimpleName() + elements;
    }
    return value == null
        ? "null"
        : value instanceof String
            ? value.toString()
            : value.getClass().getSimpleName() + " " + value;
  }
}
