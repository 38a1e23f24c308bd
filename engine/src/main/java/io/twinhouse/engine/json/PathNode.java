// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One path of the objects seen in a block: its children by key, and the types that its values had.
 * Objects of a column mostly have the same keys in the same order, so a child is first looked for
 * behind the one found last.
 */
public final class PathNode {

  /** More children than this are looked for by their hash. */
  private static final int FEW = 16;

  /**
   * What all nodes of one tree share: the number of the next, what is left out, and whether each
   * object stands for itself.
   */
  private static final class Tree {
    private final SkippedPaths skips;
    private final boolean apart;
    private int next;

    Tree(SkippedPaths skips, boolean apart) {
      this.skips = skips;
      this.apart = apart;
    }
  }

  private final String path;
  private final byte[] key;
  private final Tree tree;
  private final int id;
  private final List<PathNode> children = new ArrayList<>();
  private final DateContext strings = new DateContext();
  private @Nullable ArrayContext elements;
  private @Nullable Map<ByteBuffer, Integer> byKey;
  private @Nullable DeclaredPath declared;
  private final boolean skipped;
  private int expected;
  private long lastRow = -1;

  private PathNode(String path, byte[] key, Tree tree) {
    this.path = path;
    this.key = key;
    this.tree = tree;
    this.id = tree.next++;
    this.skipped = !path.isEmpty() && tree.skips.has(path);
  }

  static PathNode root(SkippedPaths skips) {
    return new PathNode("", new byte[0], new Tree(skips, false));
  }

  /** The root where no object's types hang on those before it. */
  static PathNode rootApart(SkippedPaths skips) {
    return new PathNode("", new byte[0], new Tree(skips, true));
  }

  /** The path as the type of the objects declares it, or null. */
  @Nullable DeclaredPath declared() {
    return declared;
  }

  void declare(DeclaredPath path) {
    declared = path;
  }

  /** Whether the type of the objects leaves the value out, with all below it. */
  boolean isSkipped() {
    return skipped;
  }

  /** Whether the object of this number has a value here. */
  boolean has(long row) {
    return lastRow == row;
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
    for (int i = 0; i < Math.min(count, FEW); i++) {
      int at = expected + i < count ? expected + i : expected + i - count;
      PathNode child = children.get(at);
      if (Arrays.equals(child.key, 0, child.key.length, data, from, to)) {
        expected = at + 1 == count ? 0 : at + 1;
        return child;
      }
    }
    byte[] name = Arrays.copyOfRange(data, from, to);
    Integer known = count > FEW ? byKey().get(ByteBuffer.wrap(name)) : null;
    if (known == null) {
      return add(name, top);
    }
    expected = known + 1 == count ? 0 : known + 1;
    return children.get(known);
  }

  /** The places of all children; a few are found without. */
  private Map<ByteBuffer, Integer> byKey() {
    Map<ByteBuffer, Integer> all = byKey;
    if (all == null) {
      all = new HashMap<>();
      for (int i = 0; i < children.size(); i++) {
        all.put(ByteBuffer.wrap(children.get(i).key), i);
      }
      byKey = all;
    }
    return all;
  }

  private PathNode add(byte[] name, boolean top) {
    String text = new String(name, StandardCharsets.UTF_8);
    PathNode child = new PathNode(top ? text : path + "." + text, name, tree);
    children.add(child);
    if (byKey != null) {
      byKey.put(ByteBuffer.wrap(name), children.size() - 1);
    }
    expected = 0;
    return child;
  }

  /** Notes that an object has a value here. */
  void enter(long row) {
    if (lastRow == row) {
      throw JsonFailure.duplicate(path);
    }
    lastRow = row;
    if (tree.apart) {
      strings.clear();
      elements = null;
    }
  }
}
