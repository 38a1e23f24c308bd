// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.EmptyObject;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the objects of a block in the one form that values of type JSON have: paths in order of
 * their bytes, NULLs and empty objects left out, dots in keys read as steps, no blanks. One thread.
 */
public final class ObjectPrinter {

  private final JsonPrinter printer = new JsonPrinter();
  private final ObjectReader reader;
  private final byte[] empty;
  private final TextOutput values = new TextOutput();
  private final TextInput probe = new TextInput();

  /** The paths met so far, by {@link PathNode#id}; null for those without values. */
  private final List<ObjectText.@Nullable Path> paths = new ArrayList<>();

  /** Those of them that have a rank, in order. */
  private List<ObjectText.Path> ranked = List.of();

  /** The rank of each, negative for those met since ranks were given. */
  private int[] ranks = new int[0];

  private int unranked;

  /** The object's values: rank above their number, and where their texts begin and end. */
  private long[] found = new long[16];

  private int[] bounds = new int[17];
  private int[] ids = new int[16];
  private int count;
  private boolean met;

  /** For objects of a type. */
  public ObjectPrinter(JsonType type) {
    reader = new ObjectReader(type, new Collector());
    empty = EmptyObject.of(type);
  }

  /**
   * Writes the object that the bytes hold, with its marks; the word null stands for an empty one.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA
   */
  public void write(byte[] data, int from, int to, TextOutput out) {
    if (isNull(data, from, to)) {
      out.put(empty, 0, empty.length);
      return;
    }
    values.reset();
    count = 0;
    met = false;
    reader.read(data, from, to);
    if (met) {
      writeSorted(out);
      if (unranked > ranked.size() / 2) {
        rank();
      }
    } else {
      writeRanked(out);
    }
  }

  private void writeRanked(TextOutput out) {
    for (int i = 0; i < count; i++) {
      found[i] = (long) ranks[ids[i]] << 32 | i;
    }
    Arrays.sort(found, 0, count);
    ObjectText text = new ObjectText(out);
    text.begin();
    for (int i = 0; i < count; i++) {
      write((int) found[i], ranked.get((int) (found[i] >>> 32)), text, out);
    }
    text.end();
  }

  private void write(int value, ObjectText.Path path, ObjectText text, TextOutput out) {
    text.path(path);
    out.put(values.data(), bounds[value], bounds[value + 1] - bounds[value]);
  }

  /** An object with paths that have no rank yet. */
  private void writeSorted(TextOutput out) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(i -> path(ids[i]), ObjectText.Path::compare));
    ObjectText text = new ObjectText(out);
    text.begin();
    order.forEach(i -> write(i, path(ids[i]), text, out));
    text.end();
  }

  private ObjectText.Path path(int id) {
    return Objects.requireNonNull(paths.get(id));
  }

  /** Gives each path its place among all; seldom, so that many paths cost little each. */
  private void rank() {
    List<Integer> order = new ArrayList<>();
    for (int id = 0; id < paths.size(); id++) {
      if (paths.get(id) != null) {
        order.add(id);
      }
    }
    order.sort(Comparator.comparing(this::path, ObjectText.Path::compare));
    ranks = new int[paths.size()];
    Arrays.fill(ranks, -1);
    ranked = order.stream().map(this::path).toList();
    for (int i = 0; i < order.size(); i++) {
      ranks[order.get(i)] = i;
    }
    unranked = 0;
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
    while (paths.size() <= node.id()) {
      paths.add(null);
    }
    if (paths.get(node.id()) == null) {
      paths.set(node.id(), new ObjectText.Path(node.path(), printer));
      unranked++;
    }
    met |= node.id() >= ranks.length || ranks[node.id()] < 0;
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
    public void declared(DeclaredPath path, @Nullable TextInput in) {
      path.write(in, values);
      end(path.node());
    }

    @Override
    public void array(PathNode path, String type, byte[] text) {
      values.put(text, 0, text.length);
      end(path);
    }
  }
}
