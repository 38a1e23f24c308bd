// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DynamicTexts;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Dynamic: the types that occur, then a number for each row, then the values type by type. Among
 * the types, in order of their names, one stands for all that the server has no place for.
 */
final class NativeDynamic extends NativeCodec {

  private static final String SHARED = "SharedVariant";
  private static final int NULL = 255;
  private static final int MOST_TYPES = 254;
  private static final long WITH_LIMIT = 1;
  private static final long WITHOUT_LIMIT = 2;

  /** From this revision of the protocol on the limit of types is left out. */
  private static final long LIMIT_LEFT_OUT = 54_473;

  private final Documents documents;
  private final @Nullable JsonType outer;
  private final long revision;
  private List<Variant> variants = List.of();
  private int[] numbers = new int[0];

  /** The values of one type. */
  private static final class Variant {
    private final String name;
    private final Type type;
    private final NativeCodec codec;
    private Column values = BytesColumn.of(new byte[0], new int[1], 0, null);
    private int rows;
    private int number;

    Variant(String name, Type type, NativeCodec codec) {
      this.name = name;
      this.type = type;
      this.codec = codec;
    }

    boolean isShared() {
      return name.equals(SHARED);
    }
  }

  /** The values of one type and the texts that they come from. */
  private record Collected(Variant variant, DynamicTexts texts) {}

  /**
   * Values read: for each row the number of its column, negative for NULL.
   *
   * @param shared the number of the column whose values carry their types
   */
  record Cells(List<Type> types, List<Column> columns, int[] numbers, int shared) {}

  /**
   * @param outer whose limits the objects within arrays share; null where they have their own
   * @param revision of the protocol, 0 for none
   */
  NativeDynamic(Documents documents, @Nullable JsonType outer, long revision) {
    this.documents = documents;
    this.outer = outer;
    this.revision = revision;
  }

  /** Whether data of this revision leave limits out. */
  static boolean leavesLimitsOut(long revision) {
    return revision >= LIMIT_LEFT_OUT;
  }

  private Variant variant(String name, Type type) {
    Documents held = DynamicCodec.within(type, documents);
    return new Variant(name, type, NativeCodec.of(type, held, revision));
  }

  private void collect(BytesColumn column, int from, int to) {
    Map<String, Collected> byName = new HashMap<>();
    Variant[] ofRow = new Variant[to - from];
    for (int row = from; row < to; row++) {
      int start = column.offsets()[row];
      int end = column.offsets()[row + 1];
      if (start < end) {
        Collected found =
            byName.computeIfAbsent(DynamicText.type(column.data(), start), this::collected);
        found.texts.add(column.data(), DynamicText.typeEnd(column.data(), start) + 1, end);
        found.variant.rows++;
        ofRow[row - from] = found.variant;
      }
    }
    List<Variant> met = new ArrayList<>();
    for (Collected found : byName.values()) {
      found.variant.values = found.texts.build();
      met.add(found.variant);
    }
    variants = ordered(met);
    numbers = new int[to - from];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = ofRow[row] == null ? NULL : ofRow[row].number;
    }
  }

  private Collected collected(String name) {
    DynamicTexts texts = new DynamicTexts(name);
    Type type = DynamicCodec.limited(texts.type(), outer);
    return new Collected(variant(type.name(), type), texts);
  }

  private List<Variant> ordered(List<Variant> found) {
    if (found.size() > MOST_TYPES) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "More than " + MOST_TYPES + " types of one Dynamic column");
    }
    found.add(variant(SHARED, StringType.INSTANCE));
    found.sort(Comparator.comparing(v -> v.name));
    for (int i = 0; i < found.size(); i++) {
      found.get(i).number = i;
    }
    return found;
  }

  @Override
  void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
    collect((BytesColumn) column.flatten(), from, to);
    boolean limit = !leavesLimitsOut(revision);
    out.writeFixed(limit ? WITH_LIMIT : WITHOUT_LIMIT, 8);
    if (limit) {
      out.writeVarUInt(variants.size() - 1L);
    }
    out.writeVarUInt(variants.size() - 1L);
    for (Variant variant : variants) {
      if (!variant.isShared()) {
        out.writeText(variant.name);
      }
    }
    out.writeFixed(0, 8); // the form of the numbers: one a row
    for (Variant variant : variants) {
      variant.codec.writePrefix(variant.values, 0, variant.rows, out);
    }
  }

  @Override
  boolean isWhole() {
    return true;
  }

  @Override
  void write(Column column, int from, int to, BinaryWriter out) throws IOException {
    for (int number : numbers) {
      out.writeByte(number);
    }
    for (Variant variant : variants) {
      variant.codec.write(variant.values, 0, variant.rows, out);
    }
  }

  @Override
  void readPrefix(BinaryReader in) throws IOException {
    long version = in.readFixed(8);
    if (version != WITH_LIMIT && version != WITHOUT_LIMIT) {
      throw other("Dynamic values of version " + version);
    }
    if (version == WITH_LIMIT) {
      in.readVarUInt();
    }
    long count = in.readVarUInt();
    if (count < 0 || count > MOST_TYPES) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Native data hold a Dynamic column of " + Long.toUnsignedString(count) + " types");
    }
    List<Variant> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Type type = TypeParser.parse(in.readText());
      found.add(variant(type.name(), type));
    }
    if (in.readFixed(8) != 0) {
      throw other("Dynamic values whose types are compact");
    }
    variants = ordered(found);
    for (Variant variant : variants) {
      variant.codec.readPrefix(in);
    }
  }

  private static TwinhouseException other(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Native data hold " + what + ", which are not supported; send JSON as String");
  }

  /** Reads what {@link #readPrefix} has announced. */
  Cells readCells(BinaryReader in, int rows) throws IOException {
    byte[] marks = in.readBytes(rows);
    int[] counts = new int[variants.size()];
    int[] found = new int[rows];
    for (int row = 0; row < rows; row++) {
      int mark = marks[row] & 0xff;
      if (mark != NULL && mark >= counts.length) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA, "Native data hold a value of type number " + mark);
      }
      found[row] = mark == NULL ? -1 : mark;
      if (mark != NULL) {
        counts[mark]++;
      }
    }
    List<Type> types = new ArrayList<>();
    List<Column> read = new ArrayList<>();
    int shared = -1;
    for (Variant variant : variants) {
      shared = variant.isShared() ? variant.number : shared;
      types.add(variant.type);
      read.add(variant.codec.read(in, counts[variant.number]));
    }
    return new Cells(types, read, found, shared);
  }

  @Override
  Column read(BinaryReader in, int rows) {
    throw other("values of type Dynamic");
  }
}
