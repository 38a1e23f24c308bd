// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Writes the objects of a block in the one form that values of type JSON have: paths in order of
 * their bytes, NULLs and empty objects left out, dots in keys read as steps, no blanks. One thread.
 */
public final class ObjectPrinter {

  private final JsonPrinter printer = new JsonPrinter();
  private final ObjectReader reader = new ObjectReader(new Collector());
  private final TextOutput values = new TextOutput();
  private final TextInput probe = new TextInput();

  /** The paths seen so far, in their order, and the place in it by {@link PathNode#id}. */
  private final List<Entry> paths = new ArrayList<>();

  private int[] ranks = new int[16];

  /** The object's values: rank above their number, and where their texts begin and end. */
  private long[] found = new long[16];

  private int[] bounds = new int[17];
  private int[] ids = new int[16];
  private int count;

  private record Entry(int id, ObjectText.Path path) {}

  /**
   * Writes the object that the bytes hold, with its marks; the word null stands for an empty one.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA
   */
  public void write(byte[] data, int from, int to, TextOutput out) {
    if (isNull(data, from, to)) {
      out.put("{}");
      return;
    }
    if (JsonMarks.in(data, from, to)) {
      throw JsonFailure.malformed(
          new TextInput().over(data, from, to)); // only what we wrote has them
    }
    values.reset();
    count = 0;
    reader.read(data, from, to);
    for (int i = 0; i < count; i++) {
      found[i] = (long) ranks[ids[i]] << 32 | i;
    }
    Arrays.sort(found, 0, count);
    ObjectText text = new ObjectText(out);
    text.begin();
    for (int i = 0; i < count; i++) {
      int value = (int) found[i];
      text.path(paths.get((int) (found[i] >>> 32)).path());
      out.put(values.data(), bounds[value], bounds[value + 1] - bounds[value]);
    }
    text.end();
  }

  private boolean isNull(byte[] data, int from, int to) {
    probe.over(data, from, to);
    probe.skipBlanks();
    boolean word = probe.peek() == 'n' && probe.skipWord("null");
    probe.skipBlanks();
    return word && probe.atEnd();
  }

  private void end(PathNode node) {
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
      bounds = Arrays.copyOf(bounds, count * 2 + 1);
      ids = Arrays.copyOf(ids, count * 2);
    }
    ids[count++] = node.id();
    bounds[count] = values.length();
    if (node.id() >= ranks.length) {
      ranks = Arrays.copyOf(ranks, Math.max(node.id() + 1, ranks.length * 2));
    }
    if (ranks[node.id()] >= paths.size() || paths.get(ranks[node.id()]).id() != node.id()) {
      meet(node);
    }
  }

  private void meet(PathNode node) {
    paths.add(new Entry(node.id(), new ObjectText.Path(node.path(), printer)));
    paths.sort(Comparator.comparing(Entry::path, ObjectText.Path::compare));
    for (int i = 0; i < paths.size(); i++) {
      ranks[paths.get(i).id()] = i;
    }
  }

  /** Writes down the values of the object being read. */
  private final class Collector implements PathSink {
    @Override
    public void whole(PathNode path, JsonKind kind, long lane) {
      printer.lane(kind, lane, values);
      end(path);
    }

    @Override
    public void real(PathNode path, double value) {
      printer.real(value, values);
      end(path);
    }

    @Override
    public void text(PathNode path, byte[] data, int from, int length) {
      printer.text(data, from, length, values);
      end(path);
    }

    @Override
    public void array(PathNode path, String type, byte[] text) {
      values.put(text, 0, text.length);
      end(path);
    }
  }
}
