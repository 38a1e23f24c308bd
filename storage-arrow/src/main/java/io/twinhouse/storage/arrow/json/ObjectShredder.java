// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.json.DeclaredPath;
import io.twinhouse.engine.json.JsonKind;
import io.twinhouse.engine.json.ObjectReader;
import io.twinhouse.engine.json.PathNode;
import io.twinhouse.engine.json.PathSink;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the values of a block's objects into a leaf for each type of each path. One thread. */
final class ObjectShredder implements PathSink {

  private final Reservation memory;
  private final List<Leaves> paths = new ArrayList<>();
  private final Map<DeclaredPath, DeclaredLeaf> declared = new LinkedHashMap<>();
  private int row;

  /** The leaves of one path. */
  private record Leaves(@Nullable Leaf[] scalars, Map<String, Leaf> arrays) {}

  ObjectShredder(Reservation memory) {
    this.memory = memory;
  }

  /** Adds all rows of a column of JSON text. */
  void add(BytesColumn texts, JsonType type) {
    ObjectReader reader = new ObjectReader(type, this);
    for (row = 0; row < texts.size(); row++) {
      reader.read(texts.data(), texts.offsets()[row], texts.offsets()[row + 1]);
    }
  }

  private Leaves leaves(PathNode node) {
    while (paths.size() <= node.id()) {
      paths.add(new Leaves(new Leaf[JsonKind.values().length], new TreeMap<>()));
    }
    return paths.get(node.id());
  }

  private Leaf scalar(PathNode node, JsonKind kind) {
    @Nullable Leaf[] scalars = leaves(node).scalars();
    Leaf leaf = scalars[kind.ordinal()];
    if (leaf == null) {
      leaf = new Leaf(node.path(), kind.type(), "", memory);
      scalars[kind.ordinal()] = leaf;
    }
    return leaf;
  }

  @Override
  public void whole(PathNode path, JsonKind kind, long lane) {
    scalar(path, kind).add(row, lane);
  }

  @Override
  public void real(PathNode path, double value) {
    scalar(path, JsonKind.FLOAT).add(row, value);
  }

  @Override
  public void text(PathNode path, byte[] data, int from, int length) {
    scalar(path, JsonKind.STRING).add(row, data, from, length);
  }

  @Override
  public void array(PathNode path, String type, byte[] text) {
    leaves(path)
        .arrays()
        .computeIfAbsent(type, t -> new Leaf(path.path(), StringType.INSTANCE, t, memory))
        .add(row, text, 0, text.length);
  }

  @Override
  public void declared(DeclaredPath path, @Nullable TextInput in) {
    declared.computeIfAbsent(path, p -> new DeclaredLeaf(p, memory)).add(row, in);
  }

  void forEachLeaf(Consumer<Leaf> consumer) {
    declared.values().forEach(leaf -> consumer.accept(leaf.finish()));
    for (Leaves leaves : paths) {
      for (Leaf leaf : leaves.scalars()) {
        if (leaf != null) {
          consumer.accept(leaf);
        }
      }
      leaves.arrays().values().forEach(consumer);
    }
  }
}
