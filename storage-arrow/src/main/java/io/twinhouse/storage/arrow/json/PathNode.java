// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One path of the objects seen in a block: its children by key, its values by type. Objects of a
 * column mostly have the same keys in the same order, so a child is first looked for behind the one
 * found last.
 */
final class PathNode {

  private final String path;
  private final byte[] key;
  private final List<PathNode> children = new ArrayList<>();
  private final @Nullable Leaf[] scalars = new Leaf[JsonKind.values().length];
  private final Map<String, Leaf> arrays = new TreeMap<>();
  private final DateContext strings = new DateContext();
  private @Nullable ArrayContext elements;
  private int expected;
  private int lastRow = -1;

  private PathNode(String path, byte[] key) {
    this.path = path;
    this.key = key;
  }

  static PathNode root() {
    return new PathNode("", new byte[0]);
  }

  String path() {
    return path;
  }

  /** Types that strings of this path had. */
  DateContext strings() {
    return strings;
  }

  /** Types that arrays of this path had. */
  ArrayContext elements() {
    ArrayContext context = elements;
    if (context == null) {
      context = new ArrayContext();
      elements = context;
    }
    return context;
  }

  /** The child of a key without dots; {@code top} for the children of the whole object. */
  PathNode child(byte[] data, int from, int to, boolean top) {
    int count = children.size();
    for (int i = 0; i < count; i++) {
      int at = expected + i < count ? expected + i : expected + i - count;
      PathNode child = children.get(at);
      if (Arrays.equals(child.key, 0, child.key.length, data, from, to)) {
        expected = at + 1 == count ? 0 : at + 1;
        return child;
      }
    }
    byte[] name = Arrays.copyOfRange(data, from, to);
    String text = new String(name, StandardCharsets.UTF_8);
    PathNode child = new PathNode(top ? text : path + "." + text, name);
    children.add(child);
    expected = 0;
    return child;
  }

  /** Notes that a row has a value here. */
  void enter(int row) {
    if (lastRow == row) {
      throw JsonFailure.duplicate(path);
    }
    lastRow = row;
  }

  Leaf scalar(JsonKind kind, Reservation memory) {
    Leaf leaf = scalars[kind.ordinal()];
    if (leaf == null) {
      leaf = new Leaf(path, kind.type(), "", memory);
      scalars[kind.ordinal()] = leaf;
    }
    return leaf;
  }

  /** Arrays of one type, as text. */
  Leaf array(String shape, Reservation memory) {
    return arrays.computeIfAbsent(shape, s -> new Leaf(path, StringType.INSTANCE, s, memory));
  }

  void forEachLeaf(Consumer<Leaf> consumer) {
    for (Leaf leaf : scalars) {
      if (leaf != null) {
        consumer.accept(leaf);
      }
    }
    arrays.values().forEach(consumer);
    children.forEach(child -> child.forEachLeaf(consumer));
  }
}
