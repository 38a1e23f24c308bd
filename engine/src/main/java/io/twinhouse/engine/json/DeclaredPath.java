// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.JsonText;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.text.ValueWriter;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A path to which the type of the objects gives a type. As it was inserted its value is converted;
 * in flight it stands as it is printed, with a mark, and is read back exactly. One thread.
 */
public final class DeclaredPath {

  private final PathNode node;
  private final Type type;
  private final Type base;
  private final DeclaredReader converting;
  private final ValueReader exact;
  private final ValueWriter writer;
  private final ColumnBuilder one;
  private final byte[] absent;
  private final TextInput value = new TextInput();

  /** Stands for itself, outside of a reader. */
  static DeclaredPath of(String path, Type type) {
    byte[] key = path.getBytes(StandardCharsets.UTF_8);
    PathNode root = PathNode.root(new SkippedPaths(JsonType.JSON));
    return new DeclaredPath(root.child(key, 0, key.length, true), type);
  }

  DeclaredPath(PathNode node, Type type) {
    this.node = node;
    this.type = type;
    base = type.base();
    converting = DeclaredReaders.of(base);
    exact = ValueReader.of(base, TextStyle.JSON, ReadOptions.lenient(ZoneOffset.UTC));
    writer = ValueWriter.of(base, TextStyle.JSON, ZoneOffset.UTC);
    one = ColumnBuilder.of(base);
    TextOutput text = new TextOutput();
    if (type.isNullable()) {
      text.put("null");
    } else {
      one.appendDefault();
      print(one.build(), 0, text);
    }
    JsonMarks.put(text);
    absent = text.toBytes();
  }

  /** Where the objects have it. */
  public PathNode node() {
    return node;
  }

  /** The type as it is declared. */
  public Type type() {
    return type;
  }

  /** Whether it is kept as text, as containers are. */
  public boolean isText() {
    return base.lane() == Lane.ARRAY || base.lane() == Lane.TUPLE || base instanceof JsonType;
  }

  /** The type of the values as they are kept: no container, no NULL, no LowCardinality. */
  public Type kept() {
    return isText() ? StringType.INSTANCE : base;
  }

  /**
   * Appends the value under the cursor and passes it.
   *
   * @param in null where there is none
   * @param out of the type without Nullable and LowCardinality
   * @return false, and nothing is appended, if the value is NULL
   * @throws TwinhouseException INCORRECT_DATA for what is no value of the type
   */
  public boolean read(@Nullable TextInput in, ColumnBuilder out) {
    if (in == null || in.peek() == 'n') {
      skip(in);
      if (!type.isNullable()) {
        out.appendDefault();
      }
      return !type.isNullable();
    }
    int from = in.position();
    if (!JsonText.skipValue(in, 0)) {
      throw JsonFailure.malformed(in);
    }
    value.over(in.data(), from, in.position());
    if (!JsonMarks.skip(in)) {
      convert(out);
    } else if (base instanceof JsonType) {
      out.appendBytes(value.data(), from, value.end() - from);
    } else {
      exact.read(value, out);
    }
    return true;
  }

  private static void skip(@Nullable TextInput in) {
    if (in != null) {
      if (!JsonText.skipValue(in, 0)) {
        throw JsonFailure.malformed(in);
      }
      JsonMarks.skip(in);
    }
  }

  private void convert(ColumnBuilder out) {
    try {
      converting.read(value, out);
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NOT_IMPLEMENTED)) {
        throw e;
      }
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Cannot insert data into JSON column: "
              + e.getMessage()
              + " (while reading path "
              + node.path()
              + ")");
    }
  }

  /** Writes the value under the cursor as it is in flight, and passes it. */
  public void write(@Nullable TextInput in, TextOutput out) {
    if (in != null && in.peek() != 'n' && read(in, one)) {
      print(one.build(), 0, out);
      JsonMarks.put(out);
    } else {
      skip(in);
      out.put(absent, 0, absent.length);
    }
  }

  private void print(Column column, int row, TextOutput out) {
    if (base instanceof JsonType) {
      BytesColumn text = (BytesColumn) column;
      out.put(text.data(), text.offsets()[row], text.length(row));
      return;
    }
    int from = out.length();
    writer.write(column, row, out);
    JsonMarks.putBehindLongNumbers(out, from);
  }

  /** Writes a value of the type as it is in flight. */
  void writeSent(Column column, int row, TextOutput out) {
    if (column.isNull(row)) {
      out.put(absent, 0, absent.length);
    } else {
      print(column.flatten(), row, out);
      JsonMarks.put(out);
    }
  }

  /** Writes a value as it is kept, or its absence, as it is in flight. */
  void writeKept(@Nullable Column column, int row, TextOutput out) {
    if (column == null || column.isNull(row)) {
      out.put(absent, 0, absent.length);
    } else if (!isText()) {
      print(column, row, out);
      JsonMarks.put(out);
    } else {
      byte[] text =
          column instanceof DictionaryColumn coded
              ? coded.dictionary().bytes(coded.ids()[row])
              : ((BytesColumn) column).bytes(row);
      out.put(text, 0, text.length);
      JsonMarks.put(out);
    }
  }

  /** Writes the value under the cursor as containers are kept; false, and nothing, for NULL. */
  public boolean keep(@Nullable TextInput in, TextOutput out) {
    boolean present = read(in, one);
    if (present) {
      print(one.build(), 0, out);
    }
    return present;
  }
}
