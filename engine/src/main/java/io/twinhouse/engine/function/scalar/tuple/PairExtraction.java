// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.tuple;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.scalar.tuple.PairReader.Marks;
import io.twinhouse.engine.function.scalar.tuple.PairReader.StrayQuote;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import java.util.List;
import java.util.Locale;

/** extractKeyValuePairs: the map that a text of pairs spells. */
final class PairExtraction {

  private static final int MOST_ENDS = 8;

  private PairExtraction() {}

  static FunctionFamily family() {
    return new FunctionFamily("Maps: from texts")
        .add(
            "extractKeyValuePairs",
            t -> t.withAliases("str_to_map", "mapFromString").dropLowCardinality(),
            call -> bind(call, false))
        .add(
            "extractKeyValuePairsWithEscaping",
            FunctionTraits::dropLowCardinality,
            call -> bind(call, true));
  }

  private static BoundFunction bind(CallSite call, boolean escapes) {
    call.arity(1, 5);
    for (int i = 1; i < call.size(); i++) {
      if (call.constant(i) == null) {
        throw call.refuse(
            ErrorCode.ILLEGAL_COLUMN,
            "Argument at index " + i + " for function " + call.name() + " must be constant");
      }
    }
    for (int i = 0; i < call.size(); i++) {
      call.text(i);
    }
    Marks marks = marks(call, escapes);
    long most =
        Long.parseUnsignedLong(
            call.context().settings().value("extract_key_value_pairs_max_pairs_per_row"));
    return Bound.of(
        new MapType(StringType.INSTANCE, StringType.INSTANCE),
        invocation -> extract(invocation, marks, most));
  }

  private static Marks marks(CallSite call, boolean escapes) {
    byte divider = mark(call, 1, ':');
    byte quote = mark(call, 3, '"');
    byte[] ends = call.size() > 2 ? call.constantBytes(2) : new byte[0];
    ends = ends.length == 0 ? new byte[] {' ', ',', ';'} : ends;
    boolean[] flags = new boolean[256];
    for (byte end : ends) {
      flags[end & 0xFF] = true;
    }
    if (divider == quote) {
      throw invalid(call, "key_value_delimiter and quoting_character can not be the same");
    }
    if (ends.length > MOST_ENDS) {
      throw invalid(call, "pair delimiters can contain at most " + MOST_ENDS + " characters");
    }
    if (flags[divider & 0xFF]) {
      throw invalid(call, "key_value_delimiter conflicts with pair delimiters");
    }
    if (flags[quote & 0xFF]) {
      throw invalid(call, "quoting_character conflicts with pair delimiters");
    }
    if (escapes && (divider == '\\' || quote == '\\' || flags['\\'])) {
      throw invalid(call, "\\ is reserved for the escaping character");
    }
    return new Marks(divider, flags, quote, strayQuote(call), escapes);
  }

  private static StrayQuote strayQuote(CallSite call) {
    String name = call.size() > 4 ? call.constantText(4) : "promote";
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "accept" -> StrayQuote.ACCEPT;
      case "invalid" -> StrayQuote.INVALID;
      case "promote" -> StrayQuote.PROMOTE;
      default -> throw invalid(call, "unexpected_quoting_character_strategy argument: " + name);
    };
  }

  private static TwinhouseException invalid(CallSite call, String what) {
    return call.refuse(ErrorCode.BAD_ARGUMENTS, "Invalid arguments, " + what);
  }

  private static byte mark(CallSite call, int index, char otherwise) {
    byte[] given = call.size() > index ? call.constantBytes(index) : new byte[0];
    if (given.length > 1) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Control character argument must either be empty or contain exactly 1 character");
    }
    return given.length == 0 ? (byte) otherwise : given[0];
  }

  /** Where the values go while the keys go to the call's own buffer. */
  private record Values(BytesBuffer bytes) {
    static Values over(Reservation memory) {
      return new Values(new BytesBuffer(memory));
    }
  }

  private static Column extract(Invocation call, Marks marks, long most) {
    BytesLane texts = BytesLane.of(call.argument(0));
    BytesBuffer keys = call.scratch().bytes();
    BytesBuffer values = call.scratch().keep(Values.class, Values::over).bytes();
    values.reset();
    PairReader reader = new PairReader(marks, keys, values);
    int[] offsets = call.scratch().ints(call.rows() + 1);
    offsets[0] = 0;
    for (int row = 0; row < call.rows(); row++) {
      Checkpoint.pass();
      reader.read(texts.data(), texts.start(row), texts.end(row));
      offsets[row + 1] = keys.size();
      if (most != 0 && Long.compareUnsigned(offsets[row + 1] - offsets[row], most) > 0) {
        throw new TwinhouseException(
            ErrorCode.LIMIT_EXCEEDED,
            "Number of pairs produced exceeded the limit of " + Long.toUnsignedString(most));
      }
    }
    List<Column> parts = List.of(keys.toColumn(null), values.toColumn(null));
    return ArrayColumn.of(offsets, TupleColumn.of(parts, keys.size()), call.rows());
  }
}
