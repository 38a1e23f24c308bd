// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.json.ObjectCells;
import io.twinhouse.engine.json.TypedObject;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * JSON: the number of paths, then each with its value; a value whose path the type does not declare
 * has its type before it. For one thread.
 */
final class DocumentCodec extends BinaryCodec {

  private final JsonType type;
  private final Documents documents;
  private final ObjectCells cells;
  private final DynamicCodec dynamic;
  private final TextOutput text = new TextOutput();
  private final TypedObject object;
  private final Map<Type, BinaryCodec> codecs = new HashMap<>();

  DocumentCodec(JsonType type, Documents documents) {
    this.type = type;
    this.documents = documents;
    cells = new ObjectCells(type);
    dynamic = new DynamicCodec(documents, type);
    object = new TypedObject(type, text);
  }

  private BinaryCodec codec(Type of) {
    return codecs.computeIfAbsent(of, t -> BinaryCodec.of(t, documents));
  }

  @Override
  void writeValue(Column column, int row, BinaryWriter out) throws IOException {
    BytesColumn bytes = (BytesColumn) column.flatten();
    cells.read(bytes.data(), bytes.offsets()[row], bytes.offsets()[row + 1]);
    out.writeVarUInt(cells.declared().size() + cells.dynamic().size());
    for (Map.Entry<String, Column> path : cells.declared().entrySet()) {
      out.writeText(path.getKey());
      codec(type.declared().getOrDefault(path.getKey(), NothingType.INSTANCE))
          .write(path.getValue(), 0, out);
    }
    for (Map.Entry<byte[], byte[]> path : cells.dynamic().entrySet()) {
      out.writeVarUInt(path.getKey().length);
      out.writeBytes(path.getKey(), 0, path.getKey().length);
      dynamic.write(path.getValue(), 0, path.getValue().length, out);
    }
  }

  @Override
  void read(BinaryReader in, ColumnBuilder into) throws IOException {
    int paths = in.readLength();
    text.reset();
    object.begin();
    for (int i = 0; i < paths; i++) {
      byte[] path = in.readBytes(in.readLength());
      Type declared = type.declared().get(new String(path, StandardCharsets.UTF_8));
      DynamicCodec.Value value = declared == null ? dynamic.read(in) : read(declared, in);
      if (!(value.type() instanceof NothingType)) {
        object.put(path, value.type(), value.column(), 0);
      }
    }
    object.end();
    into.appendBytes(text.data(), 0, text.length());
  }

  private DynamicCodec.Value read(Type declared, BinaryReader in) throws IOException {
    ColumnBuilder one = ColumnBuilder.of(declared);
    codec(declared).read(in, one);
    return new DynamicCodec.Value(declared, one.build());
  }
}
