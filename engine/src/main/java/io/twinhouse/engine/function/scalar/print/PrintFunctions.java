// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.ZoneId;
import java.util.List;

/** format, printf and rows in formats. */
public final class PrintFunctions {

  private PrintFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Strings: printing")
        .add("format", PrintFunctions::format)
        .add("printf", PrintFunctions::printf)
        .add("formatRow", FormatRow.TRAITS, FormatRow::withNewline)
        .add("formatRowNoNewline", FormatRow.TRAITS, FormatRow::withoutNewline)
        .add("visibleWidth", t -> t.ownNulls(), VisibleWidth::bind)
        .add("toDecimalString", DecimalText::bind);
  }

  private static BoundFunction format(CallSite call) {
    call.arity(2, Integer.MAX_VALUE).text(0);
    BracePattern pattern = BracePattern.parse(call.constantBytes(0), call.size() - 1);
    List<Type> types = call.types();
    ZoneId zone = call.context().zone();
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              ValueWriter[] writers = new ValueWriter[types.size()];
              for (int i = 1; i < writers.length; i++) {
                writers[i] = ValueWriter.of(types.get(i), TextStyle.RAW, zone);
              }
              TextOutput text = new TextOutput();
              return (row, out) -> {
                text.reset();
                for (int i = 0; i < pattern.texts().size(); i++) {
                  byte[] before = pattern.texts().get(i);
                  text.put(before, 0, before.length);
                  if (i < pattern.arguments().size()) {
                    int argument = pattern.arguments().get(i) + 1;
                    writers[argument].write(invocation.argument(argument), row, text);
                  }
                }
                out.write(text.data(), 0, text.length());
              };
            }));
  }

  private static BoundFunction printf(CallSite call) {
    call.arity(1, Integer.MAX_VALUE).string(0);
    for (int i = 1; i < call.size(); i++) {
      Type type = call.base(i);
      boolean number =
          (type instanceof IntegerType && type.lane() == Lane.LONG)
              || type instanceof FloatType
              || type instanceof BoolType;
      if (!number && !CallSite.isText(type)) {
        throw call.illegal(i);
      }
    }
    List<Type> types = call.types();
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              BytesLane patterns = BytesLane.of(invocation.argument(0));
              PercentPattern[] known = new PercentPattern[1];
              return (row, out) -> {
                if (known[0] == null || !patterns.isConstant()) {
                  known[0] = PercentPattern.parse(patterns.bytes(row), types);
                }
                print(known[0], types, invocation, row, out);
              };
            }));
  }

  private static void print(
      PercentPattern pattern, List<Type> types, Invocation call, int row, BytesBuffer out) {
    int argument = 1;
    for (PercentPattern.Piece piece : pattern.pieces()) {
      if (piece.isText()) {
        out.write(piece.text(), 0, piece.text().length);
      } else {
        Column column = call.argument(argument);
        piece.write(types.get(argument), column, row, out);
        argument++;
      }
    }
  }

  static io.twinhouse.engine.error.TwinhouseException wrongCount(int passed, String pattern) {
    return new io.twinhouse.engine.error.TwinhouseException(
        ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
        "Number of arguments for function printf doesn't match: passed "
            + passed
            + ", but format is "
            + pattern);
  }
}
