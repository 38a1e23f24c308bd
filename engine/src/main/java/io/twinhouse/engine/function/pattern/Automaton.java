// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deterministic automaton that says whether a pattern matches well-formed UTF-8: one look-up a
 * byte, and no more once the answer is known. Immutable and thread-safe.
 */
public final class Automaton {

  private static final int STATES = 512;

  /** From here on the answer is no. */
  private static final int DEAD = 0;

  /** From here on the answer is yes. */
  private static final int FOUND = 1;

  private final byte[] kinds;
  private final short[] steps;
  private final int kindCount;
  private final boolean[] accepts;
  private final int start;

  private Automaton(byte[] kinds, short[] steps, int kindCount, boolean[] accepts, int start) {
    this.kinds = kinds;
    this.steps = steps;
    this.kindCount = kindCount;
    this.accepts = accepts;
    this.start = start;
  }

  /**
   * The automaton of a pattern that RE2 compiles, with dots that match line breaks; null if it
   * needs RE2 or would be large.
   */
  public static @Nullable Automaton of(String pattern) {
    PatternReader.Read read = PatternReader.read(pattern);
    StateGraph graph = read == null ? null : StateGraph.of(read.node());
    return read == null || graph == null ? null : new Builder(graph, read).build();
  }

  /** Whether the pattern matches bytes {@code [from, to)}, which are well-formed UTF-8. */
  public boolean matches(byte[] data, int from, int to) {
    int state = start;
    for (int i = from; i < to && state > FOUND; i++) {
      state = steps[state * kindCount + (kinds[data[i] & 0xFF] & 0xFF)];
    }
    return accepts[state];
  }

  /** Sets of places become states. */
  private static final class Builder {

    private final StateGraph graph;
    private final PatternReader.Read read;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> sets = new ArrayList<>();
    private final byte[] kinds = new byte[256];
    private final List<Integer> examples = new ArrayList<>();

    Builder(StateGraph graph, PatternReader.Read read) {
      this.graph = graph;
      this.read = read;
      sets.add(new BitSet());
      sets.add(new BitSet());
      numbers.put(new BitSet(), DEAD);
    }

    @Nullable Automaton build() {
      splitKinds();
      BitSet initial = graph.initial();
      int start = number(initial);
      List<short[]> rows = new ArrayList<>();
      rows.add(new short[examples.size()]);
      rows.add(new short[examples.size()]);
      for (int state = FOUND + 1; state < sets.size(); state++) {
        if (state >= STATES) {
          return null;
        }
        short[] row = new short[examples.size()];
        for (int kind = 0; kind < row.length; kind++) {
          BitSet after = graph.after(sets.get(state), examples.get(kind));
          if (!read.fromStart()) {
            after.or(initial);
          }
          row[kind] = (short) number(after);
        }
        rows.add(row);
      }
      short[] steps = new short[rows.size() * examples.size()];
      for (int state = 0; state < rows.size(); state++) {
        System.arraycopy(rows.get(state), 0, steps, state * examples.size(), examples.size());
      }
      boolean[] accepts = new boolean[sets.size()];
      for (int state = 0; state < accepts.length; state++) {
        accepts[state] = state == FOUND || sets.get(state).get(graph.last());
      }
      return new Automaton(kinds, steps, examples.size(), accepts, start);
    }

    private int number(BitSet places) {
      if (!read.toEnd() && places.get(graph.last())) {
        return FOUND;
      }
      Integer known = numbers.get(places);
      if (known != null) {
        return known;
      }
      numbers.put(places, sets.size());
      sets.add(places);
      return sets.size() - 1;
    }

    /** Bytes that no set of the pattern tells apart are of one kind. */
    private void splitKinds() {
      List<ByteSet> wanted = graph.wanted();
      Map<BitSet, Integer> known = new HashMap<>();
      for (int value = 0; value < 256; value++) {
        BitSet in = new BitSet();
        for (int i = 0; i < wanted.size(); i++) {
          in.set(i, wanted.get(i).has(value));
        }
        Integer kind = known.get(in);
        if (kind == null) {
          kind = examples.size();
          known.put(in, kind);
          examples.add(value);
        }
        kinds[value] = (byte) (int) kind;
      }
    }
  }
}
