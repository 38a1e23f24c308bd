// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One path of the objects seen in a block: its children by key, and the types that its values had.
 * Objects of a column mostly have the same keys in the same order, so a child is first looked for
 * behind the one found last.
 */
public final class PathNode {

  /** Counts the paths of one tree. */
  private static final class Counter {
    private int next;
  }

  private final String path;
  private final byte[] key;
  private final Counter counter;
  private final int id;
  private final List<PathNode> children = new ArrayList<>();
  private final DateContext strings = new DateContext();
  private @Nullable ArrayContext elements;
  private int expected;
  private long lastRow = -1;

  private PathNode(String path, byte[] key, Counter counter) {
    this.path = path;
    this.key = key;
    this.counter = counter;
    this.id = counter.next++;
  }

  static PathNode root() {
    return new PathNode("", new byte[0], new Counter());
  }

  /** The steps joined by dots. */
  public String path() {
    return path;
  }

  /** A number of its own in the tree, from 0 on without gaps. */
  public int id() {
    return id;
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
    PathNode child = new PathNode(top ? text : path + "." + text, name, counter);
    children.add(child);
    expected = 0;
    return child;
  }

  /** Notes that an object has a value here. */
  void enter(long row) {
    if (lastRow == row) {
      throw JsonFailure.duplicate(path);
    }
    lastRow = row;
  }
}
