// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.convert;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversions of arrays, maps and tuples, element by element. */
final class NestedConversions {

  private final Conversions conversions;

  NestedConversions(Conversions conversions) {
    this.conversions = conversions;
  }

  @Nullable Conversion between(Type from, Type to) {
    if (from instanceof ArrayType a && to instanceof ArrayType b) {
      requireSameDepth(a, b);
    }
    Type elementFrom = elementOf(from);
    Type elementTo = elementOf(to);
    if (elementFrom != null && elementTo != null) {
      if (to instanceof MapType && !isPair(elementFrom.base())) {
        throw new TwinhouseException(
            ErrorCode.TYPE_MISMATCH,
            "CAST AS Map from array requires nested tuple of 2 elements. Left type: "
                + from.name()
                + ", right type: "
                + to.name());
      }
      return elements(conversions.between(elementFrom, elementTo));
    }
    if (from instanceof TupleType a && to instanceof TupleType b) {
      return tuples(a, b);
    }
    if (from instanceof TupleType pair && to instanceof MapType map) {
      return keysAndValues(pair, map);
    }
    return null;
  }

  /** Only the elements of arrays are converted, not their depth, but for those of nothing. */
  private static void requireSameDepth(ArrayType from, ArrayType to) {
    boolean nothing = from.element().base() == NothingType.INSTANCE;
    if (!(nothing && !from.element().isNullable()) && depth(from) != depth(to)) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "CAST AS Array can only be performed between same-dimensional array types: "
              + from.name()
              + " and "
              + to.name());
    }
  }

  private static int depth(Type type) {
    int depth = 0;
    for (Type at = type; at instanceof ArrayType array; at = array.element()) {
      depth++;
    }
    return depth;
  }

  private static boolean isPair(Type element) {
    return element instanceof NothingType
        || element instanceof TupleType pair && pair.elements().size() == 2;
  }

  private static @Nullable Type elementOf(Type type) {
    if (type instanceof MapType map) {
      return TupleType.of(List.of(map.key(), map.value()));
    }
    return type instanceof ArrayType array ? array.element() : null;
  }

  private static Conversion elements(Conversion element) {
    if (element.isNone()) {
      return Conversion.NONE;
    }
    return source -> {
      ArrayColumn array = (ArrayColumn) source;
      Column inside = array.elements();
      int end = array.offsets()[array.size()];
      if (inside.size() > end) {
        int[] rows = new int[end];
        Arrays.setAll(rows, i -> i);
        inside = inside.gather(rows, end);
      }
      return ArrayColumn.of(array.offsets(), element.convert(inside), array.size());
    };
  }

  private Conversion tuples(TupleType from, TupleType to) {
    int size = to.elements().size();
    boolean byName = !from.names().isEmpty() && !to.names().isEmpty();
    if (!byName && from.elements().size() != size) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "CAST AS Tuple can be performed only between tuple types with the same number of"
              + " elements.\nLeft type: "
              + from.name()
              + ", right type: "
              + to.name());
    }
    List<@Nullable Conversion> elements = new ArrayList<>();
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = byName ? from.names().indexOf(to.names().get(i)) : i;
      elements.add(
          places[i] < 0
              ? null
              : conversions.between(from.elements().get(places[i]), to.elements().get(i)));
    }
    return source -> {
      List<Column> columns = ((TupleColumn) source).elements();
      List<Column> converted = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        Conversion element = elements.get(i);
        converted.add(
            element == null
                ? missing(to.elements().get(i), source.size())
                : element.convert(columns.get(places[i])));
      }
      return TupleColumn.of(converted, source.size());
    };
  }

  /** An element that the tuple lacks: NULL where it may be. */
  private static Column missing(Type type, int rows) {
    if (!type.isNullable()) {
      return NullConversion.defaults(type, rows);
    }
    ColumnBuilder nulls = ColumnBuilder.of(type);
    for (int row = 0; row < rows; row++) {
      nulls.appendNull();
    }
    return nulls.build();
  }

  private @Nullable Conversion keysAndValues(TupleType pair, MapType map) {
    if (pair.elements().size() != 2
        || !(pair.elements().get(0) instanceof ArrayType keys)
        || !(pair.elements().get(1) instanceof ArrayType values)) {
      return null;
    }
    Conversion key = conversions.between(keys, new ArrayType(map.key()));
    Conversion value = conversions.between(values, new ArrayType(map.value()));
    return source -> {
      List<Column> columns = ((TupleColumn) source).elements();
      ArrayColumn left = (ArrayColumn) key.convert(columns.get(0)).flatten();
      ArrayColumn right = (ArrayColumn) value.convert(columns.get(1)).flatten();
      for (int row = 0; row < source.size(); row++) {
        if (left.length(row) != right.length(row)) {
          throw new TwinhouseException(
              ErrorCode.SIZES_OF_COLUMNS_DOESNT_MATCH,
              "CAST AS Map from tuple requires equal array sizes");
        }
      }
      Column entries =
          TupleColumn.of(List.of(left.elements(), right.elements()), left.offsets()[source.size()]);
      return ArrayColumn.of(left.offsets(), entries, source.size());
    };
  }
}
