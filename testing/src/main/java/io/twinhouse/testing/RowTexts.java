// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows as lines of tab-separated texts. */
final class RowTexts {

  private static final Pattern CLICKHOUSE_TIME =
      Pattern.compile(
          "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"
              + " ([01]\\d|2[0-3])(:[0-5]\\d){2}(\\.\\d{1,9})?");

  private RowTexts() {}

  /** One line a row, each with its end; NULL is {@code \\N}. */
  static String of(List<? extends List<?>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<?> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        Object value = row.get(i);
        text.append(i == 0 ? "" : "\t").append(value == null ? "\\N" : escaped(value.toString()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * One line an expected row. A time that is given as ClickHouse prints it stands as the same time
   * does in {@code found}.
   */
  static String expected(List<? extends List<?>> rows, List<? extends List<?>> found) {
    List<List<@Nullable Object>> same = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<@Nullable Object> row = new ArrayList<>(rows.get(r));
      List<?> actual = r < found.size() ? found.get(r) : List.of();
      for (int i = 0; i < Math.min(row.size(), actual.size()); i++) {
        if (isSameTime(row.get(i), actual.get(i))) {
          row.set(i, actual.get(i));
        }
      }
      same.add(row);
    }
    return of(same);
  }

  private static boolean isSameTime(@Nullable Object expected, @Nullable Object found) {
    if (!(expected instanceof String text)
        || !(found instanceof ZonedDateTime time)
        || !CLICKHOUSE_TIME.matcher(text).matches()) {
      return false;
    }
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).equals(time.toLocalDateTime());
    } catch (DateTimeParseException e) {
      return false; // the 31st of February
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
