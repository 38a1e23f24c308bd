// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.object.GroupObject;
import io.twinhouse.engine.function.aggregate.object.RowInput;
import io.twinhouse.engine.function.aggregate.state.StateBytes;
import io.twinhouse.engine.memory.Reservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** sequenceNextNode: the event behind a chain of events that begins at the base. */
final class NextNode implements GroupObject<NextNode> {

  /** An event's object, its array's header, and the reference to it. */
  private static final int NODE_BYTES = 72;

  private static final Comparator<Node> ORDER =
      Comparator.comparingLong(Node::time)
          .thenComparing((a, b) -> Arrays.compareUnsigned(a.event, b.event));

  private final NextNodeRule rule;
  private final int conditions;
  private final Reservation memory;
  private final List<Node> nodes = new ArrayList<>();
  private boolean sorted = true;

  /**
   * An event.
   *
   * @param time its lowest 32 bits
   * @param held which conditions it meets, a bit each
   * @param base whether it may be the base
   */
  private record Node(long time, byte[] event, long held, boolean base) {

    boolean meets(int condition) {
      return (held >>> condition & 1) != 0;
    }
  }

  NextNode(NextNodeRule rule, int conditions, Reservation memory) {
    this.rule = rule;
    this.conditions = conditions;
    this.memory = memory;
  }

  @Override
  public void add(RowInput in, int row) {
    long held = 0;
    for (int i = 0; i < conditions; i++) {
      held |= in.word(NextNodeRule.FIXED_ARGUMENTS + i, row) != 0 ? 1L << i : 0;
    }
    long time = in.word(0, row) & 0xFFFF_FFFFL;
    add(new Node(time, in.text(1, row), held, in.word(2, row) != 0));
  }

  private void add(Node node) {
    memory.grow(NODE_BYTES + (long) node.event.length);
    nodes.add(node);
    sorted = false;
  }

  @Override
  public void merge(NextNode other) {
    other.nodes.forEach(this::add);
  }

  private void sort() {
    if (!sorted) {
      nodes.sort(ORDER);
      sorted = true;
    }
  }

  @Override
  public void result(ColumnBuilder out) {
    sort();
    int next = nodes.size() > conditions ? next() : nodes.size();
    if (next < nodes.size()) {
      byte[] event = nodes.get(next).event;
      out.appendBytes(event, 0, event.length);
    } else {
      out.appendNull();
    }
  }

  /** Which event follows the chain; the number of events where none does. */
  private int next() {
    int base = base();
    int none = nodes.size();
    if (base < 0 || conditions == 0) {
      return base < 0 ? none : base;
    }
    int met = 0;
    while (met < conditions && reaches(base, met) && at(base, met).meets(met)) {
      met++;
    }
    return met < conditions ? none : rule.forward() ? base + met : base - met;
  }

  private boolean reaches(int base, int distance) {
    return rule.forward() ? base + distance < nodes.size() : distance < base;
  }

  private Node at(int base, int distance) {
    return nodes.get(rule.forward() ? base + distance : base - distance);
  }

  private int base() {
    int last = nodes.size() - 1;
    return switch (rule.base()) {
      case HEAD -> nodes.get(0).base ? 0 : -1;
      case TAIL -> nodes.get(last).base ? last : -1;
      case FIRST_MATCH -> match(0, 1);
      case LAST_MATCH -> match(last, -1);
    };
  }

  private int match(int from, int step) {
    for (int i = from; i >= 0 && i < nodes.size(); i += step) {
      if (nodes.get(i).base && nodes.get(i).meets(0)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void write(BytesBuffer out) {
    sort();
    int all = nodes.size();
    int few = Math.min(conditions + 1, all);
    List<Node> kept =
        switch (rule.base()) {
          case HEAD -> nodes.subList(0, few);
          case TAIL -> nodes.subList(all - few, all);
          default -> nodes;
        };
    out.write(1);
    StateBytes.writeVarint(out, kept.size());
    for (Node node : kept) {
      StateBytes.writeVarint(out, node.event.length);
      out.write(node.event, 0, node.event.length);
      StateBytes.writeBytes(out, node.time, Integer.BYTES);
      StateBytes.writeLong(out, node.held);
      out.write(node.base ? 1 : 0);
    }
  }

  @Override
  public void read(StateReader in) {
    in.readByte();
    for (int left = in.readCount(14); left > 0; left--) {
      long length = in.readVarint();
      int start = in.skip(length);
      byte[] event = Arrays.copyOfRange(in.data(), start, start + (int) length);
      long time = in.readBytes(Integer.BYTES);
      long held = in.readLong();
      add(new Node(time, event, held, in.readByte() != 0));
    }
  }
}
