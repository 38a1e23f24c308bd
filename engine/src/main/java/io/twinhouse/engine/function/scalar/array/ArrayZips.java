// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.array;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ArrayWriter;
import io.twinhouse.engine.function.nested.ElementCast;
import io.twinhouse.engine.function.nested.ElementSlices;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Arrays put side by side as tuples, or end to end as text. */
final class ArrayZips {

  private ArrayZips() {}

  static FunctionFamily family() {
    return new FunctionFamily("Arrays: zips")
        .add("arrayZip", FunctionTraits::dropLowCardinality, ArrayZips::zip)
        .add("arrayZipUnaligned", FunctionTraits::dropLowCardinality, ArrayZips::zipUnaligned)
        .add(
            "arrayStringConcat",
            t -> t.dropLowCardinality().withAliases("array_to_string").anyCase(),
            ArrayZips::concat);
  }

  private static List<Type> elements(CallSite call) {
    List<Type> elements = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      if (!(ElementTypes.plain(call.type(i)) instanceof ArrayType array)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Argument "
                + (i + 1)
                + " of function "
                + call.name()
                + " must be array. Found "
                + call.type(i).name()
                + " instead.");
      }
      elements.add(array.element());
    }
    return elements;
  }

  private static BoundFunction zip(CallSite call) {
    List<Type> elements = elements(call);
    Type type = new ArrayType(TupleType.of(elements));
    return Bound.of(type, ArrayZips::zip);
  }

  private static Column zip(Invocation call) {
    int rows = call.rows();
    if (call.argumentCount() == 0) {
      return ArrayColumn.of(new int[rows + 1], TupleColumn.of(List.of(), 0), rows);
    }
    ArrayColumn first = (ArrayColumn) call.flat(0);
    int from = first.offsets()[0];
    int total = first.offsets()[rows] - from;
    List<Column> parts = new ArrayList<>();
    for (int i = 0; i < call.argumentCount(); i++) {
      ArrayColumn array = (ArrayColumn) call.flat(i);
      checkLengths(first, array, rows, i);
      parts.add(ElementSlices.slice(array.elements(), array.offsets()[0], total));
    }
    int[] offsets = call.scratch().ints(rows + 1);
    for (int row = 0; row <= rows; row++) {
      offsets[row] = first.offsets()[row] - from;
    }
    return ArrayColumn.of(offsets, TupleColumn.of(parts, total), rows);
  }

  private static void checkLengths(ArrayColumn first, ArrayColumn other, int rows, int index) {
    for (int row = 0; row < rows; row++) {
      if (first.length(row) != other.length(row)) {
        throw new TwinhouseException(
            ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
            "The argument 1 and argument "
                + (index + 1)
                + " of function arrayZip have different array sizes");
      }
    }
  }

  private static BoundFunction zipUnaligned(CallSite call) {
    List<Type> elements = elements(call).stream().map(Type::toNullable).toList();
    for (Type element : elements) {
      if (element.base() instanceof TupleType) {
        throw call.notImplemented("arrays of tuples");
      }
      if (!element.isNullable() && (element instanceof ArrayType || element instanceof MapType)) {
        throw call.refuse(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Nested type " + element.name() + " cannot be inside Nullable type");
      }
    }
    TupleType tuple = TupleType.of(elements);
    return Bound.total(
        new ArrayType(tuple),
        invocation -> {
          int rows = invocation.rows();
          int[] offsets = invocation.scratch().ints(rows + 1);
          ArrayLane[] lanes = new ArrayLane[elements.size()];
          for (int i = 0; i < lanes.length; i++) {
            lanes[i] = ArrayLane.of(invocation.argument(i));
          }
          offsets[0] = 0;
          for (int row = 0; row < rows; row++) {
            int longest = 0;
            for (ArrayLane lane : lanes) {
              longest = Math.max(longest, lane.length(row));
            }
            offsets[row + 1] = Math.addExact(offsets[row], longest);
          }
          Padding padding =
              invocation.scratch().keep(Padding.class, memory -> Padding.of(elements, memory));
          List<Column> parts = new ArrayList<>();
          for (int i = 0; i < lanes.length; i++) {
            parts.add(padded(padding.writers().get(i), lanes[i], offsets, rows));
          }
          return ArrayColumn.of(offsets, TupleColumn.of(parts, offsets[rows]), rows);
        });
  }

  /** One writer an array. */
  private record Padding(List<ArrayWriter> writers) {
    static Padding of(List<Type> elements, Reservation memory) {
      return new Padding(elements.stream().map(type -> ArrayWriter.over(memory, type, 0)).toList());
    }
  }

  private static Column padded(ArrayWriter writer, ArrayLane lane, int[] offsets, int rows) {
    writer.reset(rows);
    for (int row = 0; row < rows; row++) {
      writer.append(lane.elements(), lane.start(row), lane.length(row));
      writer.appendNulls(offsets[row + 1] - offsets[row] - lane.length(row));
      writer.endRow();
    }
    return writer.column().elements();
  }

  private static BoundFunction concat(CallSite call) {
    call.arity(1, 2);
    Type element = ElementTypes.ofArray(call, 0);
    byte[] separator = call.size() == 1 ? new byte[0] : separator(call);
    boolean text = element.base() instanceof StringType;
    Type common = element.isNullable() ? StringType.INSTANCE.toNullable() : StringType.INSTANCE;
    Conversion toText = text ? Conversion.NONE : ElementCast.of(call, element, common);
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          ArrayLane arrays = ArrayLane.of(invocation.argument(0));
          Column elements = toText.convert(arrays.elements());
          BytesBuffer out = invocation.scratch().bytes();
          if (elements.size() == 0) {
            for (int row = 0; row < invocation.rows(); row++) {
              out.endRow();
            }
            return out.toColumn(null);
          }
          concat(arrays, elements, invocation.rows(), separator, out);
          return out.toColumn(null);
        });
  }

  private static void concat(
      ArrayLane arrays, Column elements, int rows, byte[] separator, BytesBuffer out) {
    BytesLane texts = BytesLane.of(elements);
    for (int row = 0; row < rows; row++) {
      boolean first = true;
      for (int e = arrays.start(row); e < arrays.end(row); e++) {
        if (elements.isNull(e)) {
          continue;
        }
        if (!first) {
          out.write(separator, 0, separator.length);
        }
        out.write(texts.data(), texts.start(e), texts.length(e));
        first = false;
      }
      out.endRow();
    }
  }

  private static byte[] separator(CallSite call) {
    boolean text = CallSite.isText(call.base(1));
    if (!text || call.constant(1) == null) {
      throw call.refuse(
          text ? ErrorCode.ILLEGAL_COLUMN : ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "A value of illegal type was provided as 2nd argument 'separator' to function"
              + " 'arrayStringConcat'. Expected: const String, got: "
              + call.type(1).name());
    }
    return call.constantText(1).getBytes(StandardCharsets.UTF_8);
  }
}
