// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Statement;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Broken texts give errors of ClickHouse's numbers, quickly; what is accepted survives printing.
 */
@ExtendWith(Seed.class)
final class MalformedInputTest {
  private static final int TEXTS = Integer.getInteger("twinhouse.malformed.texts", 40_000);
  private static final Set<Integer> CODES = Set.of(62, 306, 167, 48, 406, 476, 498, 628);
  private static final Pattern PIECE =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|`[^`]*`|\\w+|\\s+|.", Pattern.DOTALL);
  private static final List<String> SPICE =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ".",
          ";",
          "'",
          "\"",
          "`",
          "--",
          "/*",
          "*/",
          "$$",
          "::",
          "->",
          "?",
          ":",
          "@@",
          "\\",
          "\0",
          "\uD800",
          "\u00e9",
          " SELECT ",
          " FROM ",
          " AS ",
          " IN ",
          " NOT ",
          " INTERVAL ",
          " CASE ",
          " WITH ",
          " EXPLAIN ",
          "(SELECT ",
          " EXCEPT ",
          " BETWEEN ",
          " UNION ",
          "1e999",
          "0x",
          "-",
          "+",
          "*",
          " NULL ",
          " VALUES ",
          " FORMAT ",
          " SETTINGS ",
          " PARTITION ",
          " OVER (",
          " COLUMNS(",
          "x'",
          "^",
          "#");

  @Test
  void brokenTextsFailCleanly(RandomSource random) {
    List<String> seeds = seeds();
    for (int i = 0; i < TEXTS; i++) {
      String text = mutated(random, seeds);
      check(text);
    }
  }

  private static List<String> seeds() {
    List<String> seeds = new ArrayList<>();
    for (String file : List.of("queries.txt", "statements.txt")) {
      for (Goldens.Pair pair : Goldens.pairs(file)) {
        seeds.add(pair.text());
      }
    }
    return seeds;
  }

  private static String mutated(RandomSource random, List<String> seeds) {
    List<String> pieces = pieces(random.pick(seeds));
    for (int changes = random.between(1, 4); changes > 0; changes--) {
      int at = random.between(0, pieces.size() - 1);
      switch (random.between(0, 5)) {
        case 0 -> pieces.remove(at);
        case 1 -> pieces.add(at, random.pick(SPICE));
        case 2 -> pieces.add(at, pieces.get(random.between(0, pieces.size() - 1)));
        case 3 -> pieces.set(at, random.pick(SPICE));
        case 4 -> {
          List<String> other = pieces(random.pick(seeds));
          pieces.add(at, " " + other.get(random.between(0, other.size() - 1)) + " ");
        }
        default -> {
          List<String> other = pieces(random.pick(seeds));
          int from = random.between(0, other.size() - 1);
          pieces.subList(at, pieces.size()).clear();
          pieces.addAll(other.subList(from, other.size()));
        }
      }
      if (pieces.isEmpty()) {
        pieces.add(random.pick(SPICE));
      }
    }
    return String.join("", pieces);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      pieces.add(matcher.group());
    }
    return pieces;
  }

  private static void check(String text) {
    long start = cpuMillis();
    try {
      Statement statement = SqlParser.parseStatement(text);
      String printed = SqlPrinter.print(statement);
      Statement again = SqlParser.parseStatement(printed);
      assertThat(again).as(text + " printed as " + printed).isEqualTo(statement);
    } catch (TwinhouseException e) {
      assertThat(CODES).as(text).contains(e.number());
      assertThat(accepted(text))
          .as("only the print fails: " + text + "; " + e.getMessage())
          .isFalse();
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(text, e);
    }
    assertThat(cpuMillis() - start).as(text).isLessThan(2000);
  }

  /** Time of this thread, so that a busy machine fails no test. */
  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }

  private static boolean accepted(String text) {
    try {
      SqlParser.parseStatement(text);
      return true;
    } catch (TwinhouseException e) {
      return false;
    }
  }

  @Test
  void formsThatAreTriedTwiceDoNotExplode() {
    String deep = "SELECT " + "interval (case (position(substring(".repeat(40) + "1";
    long start = cpuMillis();
    for (String close : List.of("", "))))".repeat(40), ") x".repeat(160))) {
      check(deep + close);
    }
    check("SELECT " + "interval ".repeat(2000) + "1");
    check("SELECT " + "case ".repeat(2000) + "1");
    check("WITH " + "(".repeat(150) + "a" + ")".repeat(150) + " AS x INSERT INTO t SELECT 1");
    check("SELECT " + "x in (".repeat(150) + "1" + ")".repeat(150));
    check("SELECT " + "[".repeat(900) + "1" + "]".repeat(900) + "::T");
    check("SELECT " + "substring(a, 1), position(a, b), interval(a),\n".repeat(5000) + "1");
    check("SELECT 1 IN (" + "123456, ".repeat(30_000) + "1)");
    check("SELECT " + "((1), ".repeat(30_000) + "1");
    assertThat(cpuMillis() - start).isLessThan(8000);
  }

  @Test
  void smallStacksAreRespected() throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    // A class must not be loaded where the stack is about to end.
    assertThat(accepted("SELECT f((1 + [1])) + 1")).isTrue();
    assertThat(accepted("SELECT " + "(".repeat(999))).isFalse();
    Runnable deep =
        () -> {
          accepted("SELECT " + "(".repeat(190) + "1" + ")".repeat(190));
          accepted("SELECT " + "f(".repeat(490) + "1" + ")".repeat(490));
          accepted("SELECT " + "[".repeat(900) + "1" + "]".repeat(900));
          accepted("SELECT 1" + " + 1".repeat(490));
        };
    Thread thread = new Thread(null, deep, "small stack", 256 * 1024);
    thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
    thread.start();
    thread.join();
    assertThat(failures).isEmpty();
  }
}
