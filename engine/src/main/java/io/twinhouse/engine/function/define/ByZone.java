// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function to a String whose time zone stands in each row: rows of one zone are computed together
 * by the function with that zone as a constant.
 */
public final class ByZone {

  private ByZone() {}

  /** Whether the zone in argument {@code index} is a column. */
  public static boolean isColumn(CallSite call, int index) {
    return call.size() > index
        && call.constant(index) == null
        && call.base(index) instanceof StringType;
  }

  /** The function that {@code binder} makes of a call with a constant zone. */
  public static BoundFunction bind(CallSite call, int index, Binder binder) {
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          Map<String, BoundFunction> known = new HashMap<>();
          return evaluate(call, index, binder, invocation, known);
        });
  }

  private static Column evaluate(
      CallSite call,
      int index,
      Binder binder,
      Invocation invocation,
      Map<String, BoundFunction> known) {
    BytesLane zones = BytesLane.of(invocation.argument(index));
    int rows = invocation.rows();
    Map<String, List<Integer>> places = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      if (!invocation.argument(index).isNull(row)) {
        places.computeIfAbsent(zones.string(row), zone -> new ArrayList<>()).add(row);
      }
    }
    BytesBuffer texts = invocation.scratch().bytes();
    texts.endRow();
    int[] found = invocation.scratch().ints(rows);
    Arrays.fill(found, 0, rows, 0);
    places.forEach(
        (zone, list) -> {
          Checkpoint.pass();
          BoundFunction function =
              known.computeIfAbsent(zone, name -> binder.bind(withZone(call, index, name)));
          int[] group = list.stream().mapToInt(Integer::intValue).toArray();
          Column[] columns = new Column[invocation.argumentCount()];
          for (int i = 0; i < columns.length; i++) {
            columns[i] = invocation.flat(i).gather(group, group.length);
          }
          Inner inner =
              invocation.scratch().keep(Inner.class, memory -> new Inner(new Scratch(memory)));
          BytesLane made =
              BytesLane.of(
                  function.evaluate(new ColumnInvocation(columns, group.length, inner.scratch())));
          for (int i = 0; i < group.length; i++) {
            found[group[i]] = texts.size();
            texts.append(made.data(), made.start(i), made.length(i));
          }
        });
    return texts.toColumn(null).gather(found, rows);
  }

  /** The scratch of the functions within. */
  private record Inner(Scratch scratch) {}

  private static CallSite withZone(CallSite call, int index, String zone) {
    if (zone.isEmpty()) {
      throw call.refuse(ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Provided time zone must be non-empty");
    }
    List<Argument> arguments = new ArrayList<>(call.arguments());
    arguments.set(index, new Argument(StringType.INSTANCE, BytesColumn.ofStrings(zone)));
    return new CallSite(call.name(), arguments, call.context());
  }
}
