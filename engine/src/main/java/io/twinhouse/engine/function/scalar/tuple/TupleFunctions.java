// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** tuple, tupleElement and what joins and names tuples. */
final class TupleFunctions {

  private TupleFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("Tuples")
        .add("tuple", t -> t.ownNulls().ownLowCardinality(), TupleFunctions::tuple)
        .add("tupleElement", t -> t.ownNulls().ownLowCardinality(), TupleFunctions::element)
        .add("tupleConcat", t -> t.literalNulls().dropLowCardinality(), TupleFunctions::concat)
        .add("flattenTuple", t -> t.ownNulls().dropLowCardinality(), FlatTuples::bind)
        .add("tupleNames", t -> t.ownNulls().ownLowCardinality(), TupleFunctions::names)
        .add(
            "tupleToNameValuePairs", t -> t.ownNulls().dropLowCardinality(), TupleFunctions::pairs);
  }

  private static BoundFunction tuple(CallSite call) {
    return Bound.total(TupleType.of(call.types()), TupleFunctions::tuple);
  }

  private static Column tuple(Invocation call) {
    List<Column> parts = new ArrayList<>();
    for (int i = 0; i < call.argumentCount(); i++) {
      parts.add(call.argument(i));
    }
    return TupleColumn.of(parts, call.rows());
  }

  private static BoundFunction element(CallSite call) {
    call.arity(2, 3);
    int depth = 0;
    Type inner = call.type(0);
    while (inner instanceof ArrayType array) {
      inner = array.element();
      depth++;
    }
    if (inner instanceof JsonType) {
      throw call.refuse(
          ErrorCode.NOT_IMPLEMENTED, "tupleElement of JSON is not supported; write the path: j.a");
    }
    if (!(inner instanceof TupleType tuple)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function tupleElement must be Tuple, Nullable(Tuple), QBit, JSON or"
              + " array of these. Actual "
              + call.type(0).name());
    }
    int index = index(call, tuple);
    if (index < 0) {
      return Bound.total(call.type(2), invocation -> invocation.argument(2));
    }
    Type result = tuple.elements().get(index);
    for (int level = 0; level < depth; level++) {
      result = new ArrayType(result);
    }
    return Bound.total(result, invocation -> part(invocation.argument(0), index));
  }

  private static Column part(Column column, int index) {
    if (column instanceof ConstantColumn constant) {
      return ConstantColumn.of(part(constant.value(), index), column.size());
    }
    if (column instanceof ArrayColumn array) {
      return ArrayColumn.of(array.offsets(), part(array.elements(), index), array.size());
    }
    return ((TupleColumn) column).elements().get(index);
  }

  /** The position that the second argument names, or -1 where the third one stands in for it. */
  private static int index(CallSite call, TupleType tuple) {
    Column constant = call.constant(1);
    int width = tuple.elements().size();
    if (constant != null && call.type(1) instanceof IntegerType type && type.lane() == Lane.LONG) {
      long index = call.constantLong(1);
      boolean negative = type.signed() && index < 0;
      long at = negative ? width + index : index - 1;
      if (index != 0 && at >= 0 && at < width) {
        return (int) at;
      }
      if (call.size() == 3) {
        return -1;
      }
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Tuple doesn't have element with index '" + index + "'");
    }
    if (constant != null && constant.flatten() instanceof BytesColumn name) {
      int at = tuple.names().indexOf(name.string(0));
      at = at < 0 && tuple.names().isEmpty() ? ordinal(name.string(0), width) : at;
      if (at >= 0 || call.size() == 3) {
        return at;
      }
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Tuple doesn't have element with name '" + name.string(0) + "'");
    }
    throw call.refuse(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Second argument to tupleElement must be a constant Int, UInt or String");
  }

  /** Elements without names are called 1, 2, ... */
  private static int ordinal(String name, int width) {
    for (int i = 0; i < width; i++) {
      if (name.equals(String.valueOf(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private static TupleType tupleAt(CallSite call, int index) {
    if (call.type(index) instanceof TupleType tuple) {
      return tuple;
    }
    throw call.illegal(index);
  }

  private static BoundFunction concat(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    List<Type> elements = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      elements.addAll(tupleAt(call, i).elements());
    }
    return Bound.total(
        TupleType.of(elements),
        invocation -> {
          List<Column> parts = new ArrayList<>();
          for (int i = 0; i < invocation.argumentCount(); i++) {
            TupleColumn tuple = (TupleColumn) invocation.argument(i).flatten();
            parts.addAll(tuple.elements());
          }
          return TupleColumn.of(parts, invocation.rows());
        });
  }

  private static List<String> namesOf(TupleType tuple) {
    return tuple.names().isEmpty()
        ? IntStream.rangeClosed(1, tuple.elements().size()).mapToObj(String::valueOf).toList()
        : tuple.names();
  }

  private static BoundFunction names(CallSite call) {
    TupleType tuple = tupleAt(call.arity(1), 0);
    Type type = new ArrayType(StringType.INSTANCE);
    ColumnBuilder builder = ColumnBuilder.of(type);
    BytesColumn names = BytesColumn.ofStrings(namesOf(tuple).toArray(String[]::new));
    for (int i = 0; i < names.size(); i++) {
      builder.elements().append(names, i);
    }
    builder.endRow();
    return Bound.constant(type, builder.build());
  }

  private static BoundFunction pairs(CallSite call) {
    TupleType tuple = tupleAt(call.arity(1), 0);
    if (tuple.elements().stream().distinct().count() != 1) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The argument tuple for function " + call.name() + " must contain just one type");
    }
    Type value = tuple.elements().get(0);
    int width = tuple.elements().size();
    BytesColumn names = BytesColumn.ofStrings(namesOf(tuple).toArray(String[]::new));
    Type pair = TupleType.of(List.of(StringType.INSTANCE, value));
    return Bound.of(
        new ArrayType(pair),
        invocation -> {
          TupleColumn tuples = (TupleColumn) invocation.flat(0);
          ArrayWriter writer = ArrayWriter.of(invocation, pair);
          for (int row = 0; row < invocation.rows(); row++) {
            for (int i = 0; i < width; i++) {
              Column part = tuples.elements().get(i);
              List<Column> both =
                  List.of(names.gather(new int[] {i}, 1), part.gather(new int[] {row}, 1));
              writer.append(TupleColumn.of(both, 1), 0, 1);
            }
            writer.endRow();
          }
          return writer.column();
        });
  }
}
