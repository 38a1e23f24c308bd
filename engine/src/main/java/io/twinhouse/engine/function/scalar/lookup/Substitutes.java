// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.lookup.LookupRows;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;

/** What dictGetOrDefault gives for keys that are not there: an argument of the call. */
final class Substitutes {

  private final int at;
  private final boolean single;
  private final List<Conversion> conversions = new ArrayList<>();

  /**
   * @param at the place of the argument
   * @param types of the attributes, which it is converted to
   */
  Substitutes(CallSite call, int at, List<Type> types, boolean single) {
    this.at = at;
    this.single = single;
    Type given = call.type(at);
    List<Type> elements = single ? List.of(given) : elements(call, given);
    if (elements.size() != types.size()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Wrong argument for function "
              + call.name()
              + ": default values column as tuple size should be "
              + types.size());
    }
    for (int i = 0; i < types.size(); i++) {
      conversions.add(
          elements.get(i).equals(types.get(i))
              ? Conversion.NONE
              : Conversions.of(elements.get(i), types.get(i), call.context()));
    }
  }

  private static List<Type> elements(CallSite call, Type given) {
    if (!(given instanceof TupleType tuple)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Wrong argument for function "
              + call.name()
              + ": default values column is not a tuple as required by the attribute names");
    }
    return tuple.elements();
  }

  /** Appends the values of the rows that there are, and the argument's for the others. */
  void gather(
      Invocation call, int index, LookupRows rows, int place, int[] addresses, ColumnBuffer out) {
    Column argument = call.argument(at);
    Column given = single ? argument : ((TupleColumn) argument.flatten()).elements().get(index);
    Column others = conversions.get(index).convert(given);
    int count = call.rows();
    int row = 0;
    while (row < count) {
      int start = row;
      boolean missing = addresses[row] == 0;
      while (row < count && missing == (addresses[row] == 0)) {
        row++;
      }
      if (missing) {
        out.append(others, start, row - start);
      } else {
        rows.gather(place, addresses, start, row - start, out);
      }
    }
  }
}
