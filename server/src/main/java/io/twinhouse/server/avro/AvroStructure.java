// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Quoting;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.server.avro.AvroSchema.Kind;
import java.util.ArrayList;
import java.util.List;

/** The columns that a file's schema tells of. */
final class AvroStructure {

  private static final int MOST_OF_ENUM8 = 128;

  private AvroStructure() {}

  /**
   * @throws TwinhouseException NOT_IMPLEMENTED for unions other than of NULL and one kind
   */
  static Schema of(AvroSchema root) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < root.parts().size(); i++) {
      fields.add(new Field(root.names().get(i), TypeParser.parse(type(root.parts().get(i)))));
    }
    return new Schema(fields);
  }

  private static String type(AvroSchema schema) {
    return switch (schema.kind()) {
      case NULL -> "Nothing";
      case BOOLEAN -> "Bool";
      case INT -> schema.logical().equals("date") ? "Date32" : "Int32";
      case LONG ->
          switch (schema.logical()) {
            case "timestamp-millis" -> "DateTime64(3)";
            case "timestamp-micros" -> "DateTime64(6)";
            default -> "Int64";
          };
      case FLOAT -> "Float32";
      case DOUBLE -> "Float64";
      case BYTES ->
          schema.logical().equals("decimal")
              ? "Decimal(" + schema.precision() + ", " + schema.scale() + ")"
              : "String";
      case STRING -> schema.logical().equals("uuid") ? "UUID" : "String";
      case FIXED -> "FixedString(" + schema.size() + ")";
      case ENUM -> enumeration(schema.names());
      case ARRAY -> "Array(" + type(schema.element()) + ")";
      case MAP -> "Map(String, " + type(schema.element()) + ")";
      case RECORD -> record(schema);
      case UNION -> union(schema);
    };
  }

  private static String enumeration(List<String> symbols) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < symbols.size(); i++) {
      names.add(Quoting.text(symbols.get(i)) + " = " + i);
    }
    int bits = symbols.size() <= MOST_OF_ENUM8 ? 8 : 16;
    return "Enum" + bits + "(" + String.join(", ", names) + ")";
  }

  private static String record(AvroSchema schema) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < schema.parts().size(); i++) {
      parts.add(Quoting.name(schema.names().get(i)) + " " + type(schema.parts().get(i)));
    }
    return "Tuple(" + String.join(", ", parts) + ")";
  }

  private static String union(AvroSchema schema) {
    List<AvroSchema> others =
        schema.parts().stream().filter(part -> part.kind() != Kind.NULL).toList();
    if (others.size() != 1) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Avro unions of several kinds are not supported");
    }
    String type = type(others.get(0));
    boolean container = List.of(Kind.ARRAY, Kind.MAP, Kind.RECORD).contains(others.get(0).kind());
    return container || others.size() == schema.parts().size() ? type : "Nullable(" + type + ")";
  }
}
