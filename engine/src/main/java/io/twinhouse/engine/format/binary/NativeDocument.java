// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.ObjectCells;
import io.twinhouse.engine.json.TypedObject;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON: the paths that occur, then a column for each path that the type declares and one of Dynamic
 * values for each other one, then pairs of paths and values for which the server has no column.
 */
final class NativeDocument extends NativeCodec {

  private static final long WITH_LIMIT = 0;
  private static final long TEXT = 1;
  private static final long WITHOUT_LIMIT = 2;
  private static final int MOST_PATHS = 1 << 20;
  private static final byte[] EMPTY = {'{', '}'};

  private final JsonType type;
  private final Documents documents;
  private final long revision;
  private final SortedMap<String, NativeCodec> declared = new TreeMap<>();
  private final SortedMap<String, Column> declaredColumns = new TreeMap<>();
  private final NativeCodec shared;
  private final DynamicCodec sharedValue;
  private List<Path> paths = List.of();
  private long version;

  /** A path that the type does not declare. */
  private record Path(byte[] name, NativeDynamic codec, Column values) {}

  NativeDocument(JsonType type, Documents documents, long revision) {
    this.type = type;
    this.documents = documents;
    this.revision = revision;
    type.declared().forEach((path, t) -> declared.put(path, of(t, documents, revision)));
    List<Type> pair = List.of(StringType.INSTANCE, StringType.INSTANCE);
    shared = of(new ArrayType(TupleType.of(pair)), documents, revision);
    sharedValue = new DynamicCodec(documents, type);
  }

  @Override
  void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
    if (documents == Documents.TEXT) {
      out.writeFixed(TEXT, 8);
      return;
    }
    collect(column, from, to);
    boolean limit = !NativeDynamic.leavesLimitsOut(revision);
    out.writeFixed(limit ? WITH_LIMIT : WITHOUT_LIMIT, 8);
    if (limit) {
      out.writeVarUInt(paths.size());
    }
    out.writeVarUInt(paths.size());
    for (Path path : paths) {
      out.writeVarUInt(path.name.length);
      out.writeBytes(path.name, 0, path.name.length);
    }
    for (Map.Entry<String, NativeCodec> path : declared.entrySet()) {
      path.getValue().writePrefix(column(path.getKey()), 0, to - from, out);
    }
    for (Path path : paths) {
      path.codec.writePrefix(path.values, 0, to - from, out);
    }
  }

  private Column column(String path) {
    Column values = declaredColumns.get(path);
    if (values == null) {
      throw new IllegalStateException("no values of " + path);
    }
    return values;
  }

  private void collect(Column column, int from, int to) {
    ObjectCells cells = new ObjectCells(type);
    SortedMap<byte[], BytesBuffer> found = new TreeMap<>(Arrays::compareUnsigned);
    SortedMap<String, ColumnBuilder> builders = new TreeMap<>();
    type.declared().forEach((path, t) -> builders.put(path, ColumnBuilder.of(t)));
    BytesColumn texts = (BytesColumn) column.flatten();
    for (int row = from; row < to; row++) {
      if (texts.isNull(row)) {
        cells.read(EMPTY, 0, EMPTY.length);
      } else {
        cells.read(texts.data(), texts.offsets()[row], texts.offsets()[row + 1]);
      }
      cells.declared().forEach((path, value) -> append(builders.get(path), value));
      int before = row - from;
      cells
          .dynamic()
          .forEach(
              (path, value) -> {
                BytesBuffer values = found.computeIfAbsent(path, p -> new BytesBuffer(before + 1));
                fill(values, before);
                values.append(value, 0, value.length);
              });
    }
    builders.forEach((path, builder) -> declaredColumns.put(path, builder.build()));
    paths = new ArrayList<>();
    found.forEach(
        (path, values) -> {
          fill(values, to - from);
          NativeDynamic codec = new NativeDynamic(documents, type, revision);
          paths.add(new Path(path, codec, values.toColumn(null)));
        });
  }

  private static void append(@Nullable ColumnBuilder builder, Column value) {
    if (builder != null) {
      builder.append(value, 0);
    }
  }

  /** NULL for rows that have nothing at a path. */
  private static void fill(BytesBuffer values, int rows) {
    while (values.size() < rows) {
      values.endRow();
    }
  }

  @Override
  boolean isWhole() {
    return true;
  }

  @Override
  void write(Column column, int from, int to, BinaryWriter out) throws IOException {
    if (documents == Documents.TEXT) {
      BinaryCodec text = BinaryCodec.of(type, documents);
      for (int row = from; row < to; row++) {
        text.write(column, row, out);
      }
      return;
    }
    for (Map.Entry<String, NativeCodec> path : declared.entrySet()) {
      path.getValue().write(column(path.getKey()), 0, to - from, out);
    }
    for (Path path : paths) {
      path.codec.write(path.values, 0, to - from, out);
    }
    for (int row = from; row < to; row++) {
      out.writeFixed(0, 8); // where the row's pairs end, of which there are none
    }
  }

  @Override
  void readPrefix(BinaryReader in) throws IOException {
    version = in.readFixed(8);
    if (version == TEXT) {
      return;
    }
    if (version != WITH_LIMIT && version != WITHOUT_LIMIT) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Native data hold JSON of version " + version + "; send it as String");
    }
    if (version == WITH_LIMIT) {
      in.readVarUInt();
    }
    long count = in.readVarUInt();
    if (count < 0 || count > MOST_PATHS) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Native data hold JSON of " + Long.toUnsignedString(count) + " paths");
    }
    paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] name = in.readBytes(in.readLength());
      NativeDynamic codec = new NativeDynamic(documents, type, revision);
      paths.add(new Path(name, codec, BytesColumn.of(new byte[0], new int[1], 0, null)));
    }
    for (NativeCodec codec : declared.values()) {
      codec.readPrefix(in);
    }
    for (Path path : paths) {
      path.codec.readPrefix(in);
    }
  }

  @Override
  Column read(BinaryReader in, int rows) throws IOException {
    ColumnBuilder into = ColumnBuilder.of(type);
    if (version == TEXT) {
      BinaryCodec text = BinaryCodec.of(type, Documents.TEXT);
      for (int row = 0; row < rows; row++) {
        text.read(in, into);
      }
      return into.build();
    }
    SortedMap<String, Column> own = new TreeMap<>();
    for (Map.Entry<String, NativeCodec> path : declared.entrySet()) {
      own.put(path.getKey(), path.getValue().read(in, rows));
    }
    List<NativeDynamic.Cells> cells = new ArrayList<>();
    for (Path path : paths) {
      cells.add(path.codec.readCells(in, rows));
    }
    assemble(own, cells, (ArrayColumn) shared.read(in, rows), rows, into);
    return into.build();
  }

  private void assemble(
      SortedMap<String, Column> own,
      List<NativeDynamic.Cells> cells,
      ArrayColumn pairs,
      int rows,
      ColumnBuilder into)
      throws IOException {
    TextOutput text = new TextOutput();
    TypedObject object = new TypedObject(type, text);
    List<int[]> places = cells.stream().map(c -> new int[c.columns().size()]).toList();
    for (int row = 0; row < rows; row++) {
      text.reset();
      object.begin();
      for (Map.Entry<String, Column> path : own.entrySet()) {
        byte[] name = path.getKey().getBytes(StandardCharsets.UTF_8);
        Type declaredType = type.declared().getOrDefault(path.getKey(), NothingType.INSTANCE);
        object.put(name, declaredType, path.getValue(), row);
      }
      for (int i = 0; i < cells.size(); i++) {
        put(object, paths.get(i).name, cells.get(i), places.get(i), row);
      }
      putPairs(object, pairs, row);
      object.end();
      into.appendBytes(text.data(), 0, text.length());
    }
  }

  private void put(
      TypedObject object, byte[] path, NativeDynamic.Cells cells, int[] places, int row)
      throws IOException {
    int number = cells.numbers()[row];
    if (number < 0) {
      return;
    }
    Column values = cells.columns().get(number);
    int place = places[number]++;
    if (number == cells.shared()) {
      putShared(object, path, (BytesColumn) values.flatten(), place);
    } else {
      object.put(path, cells.types().get(number), values, place);
    }
  }

  private void putPairs(TypedObject object, ArrayColumn pairs, int row) throws IOException {
    TupleColumn elements = (TupleColumn) pairs.elements().flatten();
    BytesColumn names = (BytesColumn) elements.elements().get(0).flatten();
    BytesColumn values = (BytesColumn) elements.elements().get(1).flatten();
    for (int i = pairs.offsets()[row]; i < pairs.offsets()[row + 1]; i++) {
      putShared(object, names.bytes(i), values, i);
    }
  }

  /** A value that has its type before it. */
  private void putShared(TypedObject object, byte[] path, BytesColumn values, int row)
      throws IOException {
    BinaryReader in = new BinaryReader(new ByteArrayInputStream(values.bytes(row)));
    DynamicCodec.Value value = sharedValue.read(in);
    if (!(value.type() instanceof NothingType)) {
      object.put(path, value.type(), value.column(), 0);
    }
  }
}
