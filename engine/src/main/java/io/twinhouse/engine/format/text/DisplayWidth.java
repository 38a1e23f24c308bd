// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many columns of a terminal a text takes: wide East Asian characters two, combining ones and
 * escape sequences none. The same widths as the server's, character by character.
 */
public final class DisplayWidth {

  private static final int TAB = 8;
  private static final char ESCAPE = '\u001b';

  private DisplayWidth() {}

  /** Width of a text that begins where a tab would stop. */
  public static int of(String text) {
    return of(text, 0);
  }

  /**
   * Width of a text, tabs included.
   *
   * @param before columns of the screen left of it
   */
  public static int of(String text, int before) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (point == ESCAPE && text.startsWith("[", i + 1)) {
        i = endOfSequence(text, i + 2);
        continue;
      }
      width += point == '\t' ? TAB - (before + width) % TAB : of(point);
      i += Character.charCount(point);
    }
    return width;
  }

  /** Past the letter that ends a control sequence. */
  private static int endOfSequence(String text, int from) {
    int end = from;
    while (end < text.length() && (text.charAt(end) < '@' || text.charAt(end) > '~')) {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  private static int of(int point) {
    if (point < 0x7f) {
      return point < ' ' ? 0 : 1;
    }
    if (Character.getType(point) == Character.SURROGATE) {
      // stands for a byte that is no UTF-8
      return 0;
    }
    Map.Entry<Integer, Run> run = Table.RUNS.floorEntry(point);
    return run == null || run.getValue().last() < point ? 1 : run.getValue().width();
  }

  private record Run(int last, int width) {}

  /** Read when the first character beyond ASCII is met. */
  private static final class Table {

    private static final TreeMap<Integer, Run> RUNS = read();

    private static TreeMap<Integer, Run> read() {
      TreeMap<Integer, Run> runs = new TreeMap<>();
      InputStream data =
          Objects.requireNonNull(DisplayWidth.class.getResourceAsStream("display-width.txt"));
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.startsWith("#")) {
            add(line.split(" "), runs);
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      return runs;
    }

    private static void add(String[] words, Map<Integer, Run> runs) {
      int width = Integer.parseInt(words[0]);
      for (int i = 1; i < words.length; i++) {
        int dash = words[i].indexOf('-');
        int first = Integer.parseInt(dash < 0 ? words[i] : words[i].substring(0, dash), 16);
        int last = Integer.parseInt(words[i].substring(dash + 1), 16);
        runs.put(first, new Run(last, width));
      }
    }
  }
}
