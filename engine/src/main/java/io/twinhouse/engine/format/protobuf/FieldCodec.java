// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One field of a message and the column that it belongs to. For one thread. */
final class FieldCodec {

  /** Of one field in a message, each under a tag of its own: places of all are kept. */
  private static final int MOST_VALUES = 1 << 22;

  private final MessageField field;
  private final int index;
  private final boolean many;
  private final boolean nullable;
  private final @Nullable ValueCodec value;
  private final @Nullable MessageCodec nested;
  private final MessageOutput part = new MessageOutput();
  private @Nullable Column source;
  private @Nullable Column flat;

  /** The elements of the arrays at hand, and what is read of them. */
  private @Nullable Column parts;

  private @Nullable Column plainParts;

  /** Of the message at hand: where each value begins and ends, and how it stands there. */
  private int[] spans = new int[6];

  private int found;

  /**
   * @param index of the column, or of the element of a tuple
   * @param many whether the column holds several values a row
   * @param nullable whether a missing value is NULL
   * @param value how single values stand there; null for messages
   * @param nested how messages do; null for values
   */
  FieldCodec(
      MessageField field,
      int index,
      boolean many,
      boolean nullable,
      @Nullable ValueCodec value,
      @Nullable MessageCodec nested) {
    this.field = field;
    this.index = index;
    this.many = many;
    this.nullable = nullable;
    this.value = value;
    this.nested = nested;
  }

  MessageField field() {
    return field;
  }

  int index() {
    return index;
  }

  void write(Column column, int row, MessageOutput out) {
    if (column.isNull(row)) {
      return;
    }
    Column values = flat(column);
    int at = place(column, row);
    if (!many) {
      one(values, at, !field.explicit(), out);
      return;
    }
    ArrayColumn array = (ArrayColumn) values;
    int from = array.offsets()[at];
    int to = array.offsets()[at + 1];
    if (from == to) {
      return;
    }
    Column elements = array.elements();
    Column plain = flatParts(elements);
    if (!field.packed() || value == null) {
      for (int e = from; e < to; e++) {
        one(plain, place(elements, e), false, out);
      }
      return;
    }
    part.reset();
    for (int e = from; e < to; e++) {
      value.write(plain, place(elements, e), part);
    }
    out.varint(field.packedTag());
    out.nested(part);
  }

  private void one(Column values, int row, boolean leavesOutDefault, MessageOutput out) {
    if (value != null) {
      if (!leavesOutDefault || !value.isDefault(values, row)) {
        out.varint(field.tag());
        value.write(values, row, out);
      }
      return;
    }
    part.reset();
    TupleColumn tuple = (TupleColumn) values;
    messages().write(tuple.elements(), row, part);
    if (!leavesOutDefault || part.size() > 0) {
      out.varint(field.tag());
      out.nested(part);
    }
  }

  private MessageCodec messages() {
    if (nested == null) {
      throw new IllegalStateException("no message: " + field.name());
    }
    return nested;
  }

  /** What is read of a column, at its places; made once a batch. */
  private Column flat(Column column) {
    Column made = flat;
    if (made == null || source != column) {
      made = readable(column);
      source = column;
      flat = made;
    }
    return made;
  }

  private Column flatParts(Column elements) {
    Column made = plainParts;
    if (made == null || parts != elements) {
      made = readable(elements);
      parts = elements;
      plainParts = made;
    }
    return made;
  }

  /** Not one value for each row of a constant, which may be a long text or array. */
  private static Column readable(Column column) {
    if (column instanceof ConstantColumn constant) {
      return constant.value();
    }
    return column instanceof TupleColumn ? column : column.flatten();
  }

  /** Where the value of a row stands in what is read of a column. */
  private static int place(Column column, int row) {
    return column instanceof ConstantColumn ? 0 : row;
  }

  /** Begins a message. */
  void begin() {
    found = 0;
  }

  /**
   * Notes a value of the message at hand.
   *
   * @throws TwinhouseException UNKNOWN_PROTOBUF_FORMAT for one of another kind than the field's
   */
  void note(int from, int to, int wire) {
    boolean packed = wire == 2 && field.kind().mayBePacked();
    if (wire != field.kind().wire() && !packed) {
      throw MessageInput.corrupt();
    }
    if (found == MOST_VALUES) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A message with more than "
              + MOST_VALUES
              + " values of field '"
              + field.name()
              + "' that are not packed is not supported");
    }
    if (spans.length < 3 * found + 3) {
      spans = Arrays.copyOf(spans, 2 * spans.length);
    }
    spans[3 * found] = from;
    spans[3 * found + 1] = to;
    spans[3 * found + 2] = packed ? 1 : 0;
    found++;
  }

  /** Appends what was noted. */
  void read(MessageInput in, ColumnBuilder into) {
    if (many) {
      for (int i = 0; i < found; i++) {
        several(in, i, into.elements());
      }
      into.endRow();
    } else if (value == null) {
      message(in, into);
    } else {
      last(in, value, into);
    }
  }

  private void several(MessageInput in, int i, ColumnBuilder into) {
    int from = spans[3 * i];
    int to = spans[3 * i + 1];
    if (value == null) {
      messages().read(in, from, to, into);
      return;
    }
    in.over(from, to);
    if (spans[3 * i + 2] == 0) {
      value.read(in, into);
      return;
    }
    while (!in.atEnd()) {
      value.read(in, into);
    }
  }

  /** The server makes of such messages what is neither the first value nor the last. */
  private void requireOne() {
    if (found > 1) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "A message that has field '" + field.name() + "' more than once is not supported");
    }
  }

  private void message(MessageInput in, ColumnBuilder into) {
    requireOne();
    if (found == 0) {
      messages().read(in, 0, 0, into);
    } else {
      messages().read(in, spans[0], spans[1], into);
    }
  }

  /** Of several values for one place the last one counts. */
  private void last(MessageInput in, ValueCodec codec, ColumnBuilder into) {
    if (!field.kind().mayBePacked()) {
      requireOne();
    }
    if (found > 0) {
      int last = 3 * (found - 1);
      in.over(spans[last], spans[last + 1]);
      int start = in.position();
      while (spans[last + 2] != 0 && !in.atEnd()) {
        start = in.position();
        in.pass(field.kind().wire());
      }
      // no value between its ends can not be read, as on the server
      in.over(start, spans[last + 1]);
      codec.read(in, into);
      return;
    }
    if (nullable) {
      into.appendNull();
    } else {
      codec.absent(into);
    }
  }
}
