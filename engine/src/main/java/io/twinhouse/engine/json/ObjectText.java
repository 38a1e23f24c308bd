// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.TextOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an object from its paths in order: {@code a}, {@code a.b}, {@code a.c} become {@code
 * {"a":1,"a":{"b":2,"c":3}}}. One thread.
 */
final class ObjectText {

  /** A path, its steps ready to be printed. */
  static final class Path {

    private final byte[] bytes;
    private final List<byte[]> steps = new ArrayList<>();

    Path(String path, JsonPrinter printer) {
      this.bytes = path.getBytes(StandardCharsets.UTF_8);
      TextOutput out = new TextOutput();
      for (String step : path.split("\\.", -1)) {
        out.reset();
        printer.string(step.getBytes(StandardCharsets.UTF_8), out);
        steps.add(out.toBytes());
      }
    }

    /** The order of paths: their bytes. */
    static int compare(Path left, Path right) {
      return Arrays.compareUnsigned(left.bytes, right.bytes);
    }
  }

  private final TextOutput out;
  private final List<byte[]> open = new ArrayList<>();
  private boolean first;

  ObjectText(TextOutput out) {
    this.out = out;
  }

  void begin() {
    out.put('{');
    open.clear();
    first = true;
  }

  /** Writes all up to the value of a path; the caller writes the value. */
  void path(Path path) {
    int parents = path.steps.size() - 1;
    int same = 0;
    while (same < parents
        && same < open.size()
        && Arrays.equals(open.get(same), path.steps.get(same))) {
      same++;
    }
    close(same);
    for (int i = same; i < parents; i++) {
      key(path.steps.get(i));
      out.put('{');
      open.add(path.steps.get(i));
      first = true;
    }
    key(path.steps.get(parents));
  }

  private void key(byte[] quoted) {
    if (!first) {
      out.put(',');
    }
    first = false;
    out.put(quoted, 0, quoted.length).put(':');
  }

  private void close(int depth) {
    while (open.size() > depth) {
      out.put('}');
      open.remove(open.size() - 1);
      first = false;
    }
  }

  void end() {
    close(0);
    out.put('}');
  }
}
