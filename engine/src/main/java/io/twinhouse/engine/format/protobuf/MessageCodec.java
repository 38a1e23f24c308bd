// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.protobuf;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** A message and the columns, or the elements of a tuple, that its fields belong to. One thread. */
final class MessageCodec {

  private final MessageType message;
  private final List<FieldCodec> fields = new ArrayList<>();

  /**
   * Finds for each name its field.
   *
   * @param writes whether messages are written, not read
   * @throws TwinhouseException NO_COLUMNS_SERIALIZED_TO_PROTOBUF_FIELDS where none is found, and
   *     refusals of types that do not go together
   */
  MessageCodec(MessageType message, List<String> names, List<Type> types, boolean writes) {
    this.message = message;
    for (int i = 0; i < names.size(); i++) {
      MessageField field = message.field(names.get(i));
      if (field != null) {
        fields.add(bind(field, i, names.get(i), types.get(i), writes));
      } else if (message.mayHoldWithin(names.get(i))) {
        throw notImplemented(
            "Column '"
                + names.get(i)
                + "' for a field within a message is not supported; use a Tuple with names");
      }
    }
    fields.sort(Comparator.comparingInt((FieldCodec codec) -> codec.field().number()));
    requireSome(names);
    if (writes) {
      requireAll();
    }
  }

  private void requireSome(List<String> names) {
    Set<String> taken = fields.stream().map(f -> f.field().name()).collect(Collectors.toSet());
    if (taken.size() < fields.size()) {
      throw notImplemented(
          "Several columns for one field of '" + message.name() + "' are not supported");
    }
    if (fields.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NO_COLUMNS_SERIALIZED_TO_PROTOBUF_FIELDS,
          "Not found matches between the names of the columns ("
              + String.join(", ", names)
              + ") and the fields ("
              + message.fields().stream().map(MessageField::name).collect(Collectors.joining(", "))
              + ") of the message '"
              + message.name()
              + "' in the protobuf schema");
    }
  }

  private void requireAll() {
    for (MessageField field : message.fields()) {
      if (field.required() && fields.stream().noneMatch(codec -> codec.field() == field)) {
        throw new TwinhouseException(
            ErrorCode.NO_COLUMN_SERIALIZED_TO_REQUIRED_PROTOBUF_FIELD,
            "Field '" + message.name() + '.' + field.name() + "' is required to be set");
      }
    }
  }

  private FieldCodec bind(MessageField field, int index, String name, Type type, boolean writes) {
    if (type instanceof MapType map && field.map()) {
      MessageCodec entry = entry(field, map.entry(), writes);
      return new FieldCodec(field, index, true, false, null, entry);
    }
    if (field.map() || type instanceof MapType) {
      throw notImplemented("Column '" + name + "' and its field must both be maps");
    }
    boolean many = type instanceof ArrayType;
    requireRepeated(field, name, many);
    Type single = type instanceof ArrayType array ? array.element() : type;
    if (many && (single instanceof ArrayType || single instanceof MapType || single.isNullable())) {
      throw notImplemented(
          "Column '" + name + "' of type " + type.name() + " is not supported in Protobuf");
    }
    if (field.kind() == FieldKind.MESSAGE) {
      MessageCodec nested = nested(field, name, single, writes);
      return new FieldCodec(field, index, many, false, null, nested);
    }
    if (!writes && field.preset() && !single.isNullable()) {
      throw notImplemented(
          "Field '" + field.name() + "' with a default of its own is not supported for reading");
    }
    ValueCodec value = ValueCodecs.of(name, single, field);
    return new FieldCodec(field, index, many, single.isNullable(), value, null);
  }

  private void requireRepeated(MessageField field, String column, boolean many) {
    if (many && !field.repeated()) {
      throw new TwinhouseException(
          ErrorCode.PROTOBUF_FIELD_NOT_REPEATED,
          "The field '"
              + message.name()
              + '.'
              + field.name()
              + "' must be repeated in the protobuf schema to match the column `"
              + column
              + "`");
    }
    if (!many && field.repeated()) {
      throw notImplemented("Column '" + column + "' must be an Array, since its field is repeated");
    }
  }

  private static MessageCodec nested(MessageField field, String column, Type type, boolean writes) {
    if (!(type instanceof TupleType tuple)) {
      throw new TwinhouseException(
          ErrorCode.DATA_TYPE_INCOMPATIBLE_WITH_PROTOBUF_FIELD,
          "The column '"
              + column
              + "' ("
              + type.name()
              + ") cannot be serialized to the field '"
              + field.name()
              + "' (message) due to their types are not compatible");
    }
    if (tuple.names().isEmpty() || (writes && field.explicit())) {
      throw notImplemented(
          "Column '"
              + column
              + "' must be a Tuple with names, and its field one of proto3 without a label");
    }
    return entry(field, tuple, writes);
  }

  private static MessageCodec entry(MessageField field, TupleType tuple, boolean writes) {
    MessageType nested = field.message();
    if (nested == null) {
      throw new IllegalStateException("no message: " + field.name());
    }
    List<String> names = field.map() ? List.of("key", "value") : tuple.names();
    MessageCodec codec = new MessageCodec(nested, names, tuple.elements(), writes);
    if (!writes && codec.fields.size() < names.size()) {
      throw notImplemented(
          "Elements of a Tuple without a field of '" + nested.name() + "' are not supported");
    }
    return codec;
  }

  private static TwinhouseException notImplemented(String problem) {
    return new TwinhouseException(ErrorCode.NOT_IMPLEMENTED, problem);
  }

  void write(List<Column> columns, int row, MessageOutput out) {
    for (FieldCodec field : fields) {
      field.write(columns.get(field.index()), row, out);
    }
  }

  /** Reads a message into the elements of a tuple. */
  void read(MessageInput in, int from, int to, ColumnBuilder tuple) {
    read(in, from, to, tuple::element);
    tuple.endRow();
  }

  /** Reads a message into as many places as there are fields with a column. */
  void read(MessageInput in, int from, int to, IntFunction<ColumnBuilder> places) {
    fields.forEach(FieldCodec::begin);
    in.over(from, to);
    while (!in.atEnd()) {
      long tag = in.varint();
      int number = (int) (tag >>> 3);
      int wire = (int) tag & 7;
      if (number == 0 || tag >>> 32 != 0) {
        throw MessageInput.corrupt();
      }
      int start = in.pass(wire);
      for (FieldCodec field : fields) {
        if (field.field().number() == number) {
          field.note(start, in.position(), wire);
        }
      }
    }
    for (FieldCodec field : fields) {
      field.read(in, places.apply(field.index()));
    }
  }
}
