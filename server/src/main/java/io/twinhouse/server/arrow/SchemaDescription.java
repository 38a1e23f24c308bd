// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Decimal;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Feature;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Timestamp;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Puts a schema into a builder. A FlatBuffer's bytes follow from the order in which its objects are
 * made and its fields are added; this one is that of the server's writer, and each {@code createX}
 * of the generated classes adds fields in the order that C++ has: the wide ones first, the last
 * declared of a width first. What the library's own classes write says the same in other bytes.
 */
final class SchemaDescription {

  private static final int NONE = 0;

  private final FlatBufferBuilder builder;

  private SchemaDescription(FlatBufferBuilder builder) {
    this.builder = builder;
  }

  /**
   * @param compressed whether bodies are, which the schema tells beforehand
   * @return where the schema is
   */
  static int put(Schema schema, boolean compressed, FlatBufferBuilder builder) {
    int fields =
        org.apache.arrow.flatbuf.Schema.createFieldsVector(
            builder, new SchemaDescription(builder).fields(schema.getFields()));
    int features =
        compressed
            ? org.apache.arrow.flatbuf.Schema.createFeaturesVector(
                builder, new long[] {Feature.COMPRESSED_BODY})
            : NONE;
    return org.apache.arrow.flatbuf.Schema.createSchema(
        builder, Endianness.Little, fields, NONE, features);
  }

  private int[] fields(List<Field> fields) {
    return fields.stream().mapToInt(this::field).toArray();
  }

  /** Those inside come before the field itself. */
  private int field(Field field) {
    if (field.getType() instanceof ArrowType.Map) {
      return field(field, new int[] {entries(field.getChildren().get(0))});
    }
    return field(field, fields(field.getChildren()));
  }

  private int field(Field field, int[] inner) {
    int type = type(field.getType());
    int metadata = metadata(field.getMetadata());
    int name = builder.createString(field.getName());
    return field(field, name, type, vector(inner), metadata);
  }

  /** What a map's list holds is made the other way round. */
  private int entries(Field entries) {
    int children = vector(fields(entries.getChildren()));
    int name = builder.createString(entries.getName());
    return field(entries, name, type(entries.getType()), children, NONE);
  }

  private int vector(int[] fields) {
    return fields.length == 0
        ? NONE
        : org.apache.arrow.flatbuf.Field.createChildrenVector(builder, fields);
  }

  private int field(Field field, int name, int type, int children, int metadata) {
    return org.apache.arrow.flatbuf.Field.createField(
        builder,
        name,
        field.isNullable(),
        field.getType().getTypeID().getFlatbufID(),
        type,
        NONE,
        children,
        metadata);
  }

  /** The library's own way does for types of at most one property. */
  private int type(ArrowType type) {
    if (type instanceof ArrowType.Timestamp time) {
      int zone = builder.createString(time.getTimezone());
      return Timestamp.createTimestamp(builder, time.getUnit().getFlatbufID(), zone);
    }
    if (type instanceof ArrowType.Decimal decimal) {
      return Decimal.createDecimal(
          builder, decimal.getPrecision(), decimal.getScale(), decimal.getBitWidth());
    }
    return type.getType(builder);
  }

  private int metadata(Map<String, String> metadata) {
    if (metadata.isEmpty()) {
      return NONE;
    }
    int[] pairs =
        metadata.entrySet().stream()
            .mapToInt(
                pair -> {
                  int key = builder.createString(pair.getKey());
                  int value = builder.createString(pair.getValue());
                  return KeyValue.createKeyValue(builder, key, value);
                })
            .toArray();
    return org.apache.arrow.flatbuf.Field.createCustomMetadataVector(builder, pairs);
  }
}
