// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;

/** JSON texts that are read as a whole and written anew. */
final class DocumentFunctions {

  private static final int INDENT = 4;
  private static final int MOST_INDENT = 32;

  private DocumentFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON")
        .add("JSONMergePatch", t -> t.withAliases("jsonMergePatch"), DocumentFunctions::merge)
        .add("prettyPrintJSON", DocumentFunctions::pretty);
  }

  private static void requireString(CallSite call, int index) {
    if (!(call.base(index) instanceof StringType)) {
      throw call.illegal(index);
    }
  }

  private static BoundFunction merge(CallSite call) {
    call.arity(1, Integer.MAX_VALUE);
    for (int i = 0; i < call.size(); i++) {
      requireString(call, i);
    }
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          BytesLane[] texts = new BytesLane[call.size()];
          for (int i = 0; i < texts.length; i++) {
            texts[i] = BytesLane.of(invocation.argument(i));
          }
          BytesBuffer out = invocation.scratch().bytes();
          Trees trees = invocation.scratch().keep(Trees.class, Trees::new);
          for (int row = 0; row < invocation.rows(); row++) {
            trees.of(texts, row);
            JsonDocument.Members merged = members(texts[0], row);
            for (int i = 1; i < texts.length; i++) {
              put(members(texts[i], row), merged);
            }
            append(merged, -1, out);
          }
          return out.toColumn(null);
        });
  }

  private static JsonDocument.Members members(BytesLane texts, int row) {
    String context = "Wrong JSON string to merge";
    if (read(texts, row, context + ": ") instanceof JsonDocument.Members members) {
      return members;
    }
    throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, context + ". Expected JSON object");
  }

  private static BoundFunction pretty(CallSite call) {
    requireString(call.arity(1, 2), 0);
    int indent = call.size() == 1 ? INDENT : indent(call);
    return Bound.of(
        StringType.INSTANCE,
        invocation -> {
          BytesLane texts = BytesLane.of(invocation.argument(0));
          BytesBuffer out = invocation.scratch().bytes();
          Trees trees = invocation.scratch().keep(Trees.class, Trees::new);
          for (int row = 0; row < invocation.rows(); row++) {
            trees.of(new BytesLane[] {texts}, row);
            JsonDocument document =
                read(texts, row, "Invalid JSON string in function prettyPrintJSON: ");
            append(document, indent, out);
          }
          return out.toColumn(null);
        });
  }

  private static int indent(CallSite call) {
    if (!(call.base(1) instanceof IntegerType integer) || integer.signed()) {
      throw call.illegal(1);
    }
    if (call.constant(1) == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN, "Second argument of function " + call.name() + " is constant");
    }
    long indent = call.constantLong(1);
    if (indent < 0 || indent > MOST_INDENT) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Indent parameter of function "
              + call.name()
              + " must be between 0 and 32, got "
              + Long.toUnsignedString(indent));
    }
    return (int) indent;
  }

  private static JsonDocument read(BytesLane texts, int row, String context) {
    try {
      return JsonDocument.read(texts.data(), texts.start(row), texts.end(row));
    } catch (JsonDocument.Malformed e) {
      throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, context + e.getMessage());
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static void put(JsonDocument.Members patch, JsonDocument.Members over) {
    try {
      over.merge(patch);
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
  }

  private static void append(JsonDocument document, int indent, BytesBuffer out) {
    try {
      document.write(indent, out);
    } catch (StackOverflowError e) {
      throw tooDeep();
    }
    out.endRow();
  }

  private static TwinhouseException tooDeep() {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "JSON that is nested so deep is not supported");
  }

  /** Has the documents of a row reserved, which take many times the bytes of their texts. */
  private static final class Trees {
    private static final long BYTES_OF_ONE = 64;

    private final Reservation memory;
    private long held;

    Trees(Reservation memory) {
      this.memory = memory;
    }

    void of(BytesLane[] texts, int row) {
      long wanted = 0;
      for (BytesLane text : texts) {
        wanted += BYTES_OF_ONE * text.length(row);
      }
      if (wanted > held) {
        memory.grow(wanted - held);
        held = wanted;
      }
    }
  }
}
