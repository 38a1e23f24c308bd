// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.clickhouse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error answer of the server, taken apart so that tests can compare it with ours. */
public final class ClickHouseRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final Pattern SHAPE =
      Pattern.compile(
          "Code: (\\d+)\\. DB::Exception: (.*?)(?:\\.? \\(([A-Z0-9_]+)\\))?"
              + "(?: \\(version [^()]*(?:\\([^()]*\\))?\\))?\\s*",
          Pattern.DOTALL);

  private final int code;
  private final String name;
  private final String text;

  private ClickHouseRefusal(int code, String name, String text, String sql) {
    super("Code " + code + " " + name + ": " + text + "\n  in: " + sql);
    this.code = code;
    this.name = name;
    this.text = text;
  }

  static ClickHouseRefusal parse(String body, int headerCode, String sql) {
    Matcher matcher = SHAPE.matcher(body);
    if (!matcher.matches()) {
      return new ClickHouseRefusal(headerCode, "", body.strip(), sql);
    }
    String name = matcher.group(3) == null ? "" : matcher.group(3);
    return new ClickHouseRefusal(Integer.parseInt(matcher.group(1)), name, matcher.group(2), sql);
  }

  /** The server's error number, for example 60; -1 when the answer had none. */
  public int code() {
    return code;
  }

  /** The server's name of the number, for example {@code UNKNOWN_TABLE}; empty if none was sent. */
  public String name() {
    return name;
  }

  /** The message alone: no number, no exception class, no version, no name and no dot before it. */
  public String text() {
    return text;
  }
}
