// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.DistinctElements;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * arrayEnumerateUniqRanked and arrayEnumerateDenseRanked: the elements of arrays in arrays numbered
 * by their values, down to a depth of each and anew for each array of a depth.
 */
final class RankedNumbers {

  private RankedNumbers() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: sets")
        .add(
            "arrayEnumerateUniqRanked",
            FunctionTraits::dropLowCardinality,
            call -> bind(call, false))
        .add(
            "arrayEnumerateDenseRanked",
            FunctionTraits::dropLowCardinality,
            call -> bind(call, true));
  }

  /**
   * An array and how deep it is looked into.
   *
   * @param index of the argument
   */
  private record Ranked(int index, int depth) {}

  private static BoundFunction bind(CallSite call, boolean dense) {
    if (call.size() == 0) {
      throw call.refuse(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Number of arguments for function "
              + call.name()
              + " doesn't match: passed 0, should be at least 1");
    }
    int first = call.base(0) instanceof ArrayType ? 0 : 1;
    int clear = first == 0 ? 1 : positive(call, 0);
    List<Ranked> arrays = arrays(call, first);
    int deepest = arrays.stream().mapToInt(Ranked::depth).max().orElse(0);
    if (arrays.isEmpty()) {
      throw bad(call, "At least one array should be passed");
    }
    if (clear > deepest) {
      throw bad(
          call,
          "clear_depth (" + clear + ") can't be larger than max_array_depth (" + deepest + ")");
    }
    Type result = IntegerType.UINT32;
    for (int i = 0; i < deepest; i++) {
      result = new ArrayType(result);
    }
    return Bound.of(
        result, invocation -> new Walk(call, invocation, arrays, deepest).numbered(clear, dense));
  }

  private static List<Ranked> arrays(CallSite call, int first) {
    List<Ranked> arrays = new ArrayList<>();
    for (int i = first; i < call.size(); i++) {
      if (!(call.base(i) instanceof ArrayType)) {
        throw bad(call, "Argument " + (i + 1) + " is of type " + call.type(i).name());
      }
      int depth = depth(call.type(i));
      int at = i;
      if (i + 1 < call.size() && !(call.base(i + 1) instanceof ArrayType)) {
        i++;
        int wanted = positive(call, i);
        if (wanted > depth) {
          throw bad(call, "Required depth '" + wanted + "' is larger than the array depth");
        }
        depth = wanted;
      }
      arrays.add(new Ranked(at, depth));
    }
    return arrays;
  }

  private static int depth(Type type) {
    return type instanceof ArrayType array ? 1 + depth(array.element()) : 0;
  }

  private static int positive(CallSite call, int index) {
    boolean whole =
        call.base(index) instanceof IntegerType
            && call.base(index).lane() == Lane.LONG
            && call.constant(index) != null;
    long value = whole ? call.constantLong(index) : 0;
    if (value <= 0) {
      throw bad(call, "Argument " + (index + 1) + " must be a positive integer");
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }

  private static TwinhouseException bad(CallSite call, String what) {
    return call.refuse(
        ErrorCode.BAD_ARGUMENTS, "Incorrect arguments for function " + call.name() + ": " + what);
  }

  /** One batch: goes down all arrays side by side, one level after the other. */
  private static final class Walk {
    private final CallSite call;
    private final Invocation invocation;
    private final List<Ranked> arrays;
    private final int deepest;
    private final Column[] columns;

    /** By array the place of each node of the level in its column. */
    private final int[][] places;

    /** The arrays around the nodes, level by level. */
    private final List<int[]> offsets = new ArrayList<>();

    private int nodes;

    Walk(CallSite call, Invocation invocation, List<Ranked> arrays, int deepest) {
      this.call = call;
      this.invocation = invocation;
      this.arrays = arrays;
      this.deepest = deepest;
      nodes = invocation.rows();
      columns = new Column[arrays.size()];
      places = new int[arrays.size()][];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = invocation.flat(arrays.get(i).index());
        places[i] = new int[nodes];
        Arrays.setAll(places[i], row -> row);
      }
    }

    Column numbered(int clear, boolean dense) {
      int[] group = {};
      for (int level = 0; level < deepest; level++) {
        int[] below = down(level);
        if (level >= clear) {
          group = spread(group, below);
        } else if (level == clear - 1) {
          int[] nodesOfLevel = new int[below.length - 1];
          Arrays.setAll(nodesOfLevel, node -> node);
          group = spread(nodesOfLevel, below);
        }
      }
      List<Column> sideBySide = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        sideBySide.add(columns[i].gather(places[i], nodes));
      }
      Column result = numbers(new DistinctElements(sideBySide), group, dense);
      for (int level = deepest - 1; level >= 0; level--) {
        int[] around = offsets.get(level);
        result = ArrayColumn.of(around, result, around.length - 1);
      }
      return result;
    }

    /** For the nodes below what the nodes above have. */
    private static int[] spread(int[] above, int[] below) {
      int[] values = new int[below[below.length - 1]];
      for (int node = 0; node < above.length; node++) {
        Arrays.fill(values, below[node], below[node + 1], above[node]);
      }
      return values;
    }

    /** Replaces all nodes by their elements; those of shallow arrays stay what they are. */
    private int[] down(int level) {
      int[] around = new int[nodes + 1];
      Arrays.fill(around, -1);
      around[0] = 0;
      for (int i = 0; i < columns.length; i++) {
        if (arrays.get(i).depth() > level) {
          measure((ArrayColumn) columns[i], places[i], around);
        }
      }
      int total = around[nodes];
      for (int i = 0; i < columns.length; i++) {
        if (arrays.get(i).depth() <= level) {
          places[i] = spread(places[i], around);
          continue;
        }
        ArrayColumn array = (ArrayColumn) columns[i];
        int[] inner = new int[total];
        for (int node = 0; node < nodes; node++) {
          int from = array.offsets()[places[i][node]];
          for (int e = around[node]; e < around[node + 1]; e++) {
            inner[e] = from + e - around[node];
          }
        }
        places[i] = inner;
        columns[i] = array.elements().flatten();
      }
      offsets.add(around);
      nodes = total;
      return around;
    }

    private void measure(ArrayColumn array, int[] own, int[] around) {
      for (int node = 0; node < nodes; node++) {
        int end = Math.addExact(around[node], array.length(own[node]));
        if (around[node + 1] >= 0 && around[node + 1] != end) {
          throw new TwinhouseException(
              ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
              "Lengths and effective depths of all arrays passed to "
                  + call.name()
                  + " must be equal");
        }
        around[node + 1] = end;
      }
    }

    private Column numbers(DistinctElements values, int[] group, boolean dense) {
      long[] numbers = invocation.scratch().longs(nodes);
      int[] occurrences = invocation.scratch().ints(nodes + 1);
      int known = 0;
      for (int e = 0; e < nodes; e++) {
        if (e == 0 || group[e] != group[e - 1]) {
          values.clear();
          known = 0;
        }
        int value = values.number(e);
        if (value >= known) {
          occurrences[value] = 0;
          known = value + 1;
        }
        occurrences[value]++;
        numbers[e] = dense ? value + 1L : occurrences[value];
      }
      return LongColumn.of(numbers, nodes, null);
    }
  }
}
