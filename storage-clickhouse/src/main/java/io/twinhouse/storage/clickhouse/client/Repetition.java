// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a statement may be sent again when nobody knows what became of it the first time. */
public enum Repetition {
  /** It changes nothing, or the server knows it when it comes again. */
  SAFE,
  /** Only when the first time surely never reached the server. */
  UNSAFE;

  private static final Set<String> READS =
      Set.of("SELECT", "FROM", "VALUES", "SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN", "KILL");

  private static final Pattern FIRST_WORD =
      Pattern.compile("(?:\\s|\\(|--[^\n]*\n|#[^\n]*\n|/\\*.*?\\*/)*+(\\w+)", Pattern.DOTALL);

  private static final Pattern WRITES = Pattern.compile("\\bINSERT\\b", Pattern.CASE_INSENSITIVE);

  /** By the first word; a WITH in whose text an INSERT is found anywhere counts as a write. */
  public static Repetition of(String sql) {
    Matcher matcher = FIRST_WORD.matcher(sql);
    if (!matcher.lookingAt()) {
      return UNSAFE;
    }
    String word = matcher.group(1).toUpperCase(Locale.ROOT);
    boolean reads = READS.contains(word) || (word.equals("WITH") && !WRITES.matcher(sql).find());
    return reads ? SAFE : UNSAFE;
  }
}
