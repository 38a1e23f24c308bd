// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thompson's construction: places of a pattern, with the bytes that lead from one to the next and
 * the steps that need none. K. Thompson: Regular expression search algorithm, 1968.
 */
final class StateGraph {

  /** Repetitions written out beyond this are left to RE2. */
  private static final int PLACES = 4096;

  private final List<int[]> free = new ArrayList<>();
  private final List<@Nullable ByteSet> bytes = new ArrayList<>();
  private final List<Integer> next = new ArrayList<>();
  private final int start;
  private final int last;

  private StateGraph(PatternNode node) {
    start = place();
    last = add(node, start);
  }

  /** Null where there are too many places. */
  static @Nullable StateGraph of(PatternNode node) {
    try {
      return new StateGraph(node);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  int last() {
    return last;
  }

  /** The places before the first byte. */
  BitSet initial() {
    BitSet set = new BitSet();
    reach(start, set);
    return set;
  }

  /** The places after a byte. */
  BitSet after(BitSet places, int value) {
    BitSet set = new BitSet();
    for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
      ByteSet wanted = bytes.get(p);
      if (wanted != null && wanted.has(value)) {
        reach(next.get(p), set);
      }
    }
    return set;
  }

  /** The sets that tell bytes apart. */
  List<ByteSet> wanted() {
    List<ByteSet> sets = new ArrayList<>();
    for (ByteSet set : bytes) {
      if (set != null && !sets.contains(set)) {
        sets.add(set);
      }
    }
    return sets;
  }

  private void reach(int place, BitSet set) {
    if (!set.get(place)) {
      set.set(place);
      for (int other : free.get(place)) {
        reach(other, set);
      }
    }
  }

  private int place() {
    if (free.size() == PLACES) {
      throw new IndexOutOfBoundsException("too many places");
    }
    free.add(new int[0]);
    bytes.add(null);
    next.add(-1);
    return free.size() - 1;
  }

  private void join(int from, int to) {
    int[] joined = Arrays.copyOf(free.get(from), free.get(from).length + 1);
    joined[joined.length - 1] = to;
    free.set(from, joined);
  }

  /** Adds a node behind a place that nothing else leaves; returns such a place behind it. */
  private int add(PatternNode node, int from) {
    if (node instanceof PatternNode.One one) {
      int to = place();
      bytes.set(from, one.bytes());
      next.set(from, to);
      return to;
    }
    if (node instanceof PatternNode.Row row) {
      int at = from;
      for (PatternNode part : row.parts()) {
        at = add(part, at);
      }
      return at;
    }
    if (node instanceof PatternNode.Choice choice) {
      List<Integer> ends = new ArrayList<>();
      for (PatternNode option : choice.options()) {
        int first = place();
        join(from, first);
        ends.add(add(option, first));
      }
      int to = place();
      ends.forEach(end -> join(end, to));
      return to;
    }
    return repeat((PatternNode.Times) node, from);
  }

  private int repeat(PatternNode.Times times, int from) {
    int at = from;
    for (int i = 0; i < times.least(); i++) {
      at = add(times.part(), at);
    }
    if (times.most() < 0) {
      int loop = place();
      join(at, loop);
      int body = place();
      join(loop, body);
      join(add(times.part(), body), loop);
      int to = place();
      join(loop, to);
      return to;
    }
    List<Integer> ends = new ArrayList<>();
    for (int i = times.least(); i < times.most(); i++) {
      ends.add(at);
      int body = place();
      join(at, body);
      at = add(times.part(), body);
    }
    int to = place();
    join(at, to);
    ends.forEach(end -> join(end, to));
    return to;
  }
}
