// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.avro;

import io.twinhouse.server.avro.AvroSchema.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the schema of a file. */
final class SchemaParser {

  private static final Set<String> PLAIN =
      Set.of("null", "boolean", "int", "long", "float", "double", "bytes", "string");

  /** Kinds that a schema may have, each counted as often as it is named. */
  private static final int MOST_KINDS = 1 << 14;

  private static final int MOST_LEVELS = 100;

  /** How large a kind is with those of which it is made. */
  private record Extent(int kinds, int levels) {}

  /** Names make a schema larger than its text, and a small text may stand for any number. */
  private final Map<AvroSchema, Extent> extents = new IdentityHashMap<>();

  /** Named kinds that were met, which may be meant by name alone. */
  private final Map<String, AvroSchema> known = new HashMap<>();

  private SchemaParser() {}

  /**
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA
   */
  static AvroSchema parse(String text) {
    AvroSchema schema = new SchemaParser().of(SchemaText.read(text), "");
    if (schema.kind() != Kind.RECORD) {
      throw SchemaText.broken("the root of its schema is no record");
    }
    return schema;
  }

  private AvroSchema of(Object json, String space) {
    AvroSchema schema = kind(json, space);
    int kinds = 1;
    int levels = 0;
    for (AvroSchema part : schema.parts()) {
      Extent extent = extents.getOrDefault(part, new Extent(1, 1));
      kinds += extent.kinds();
      levels = Math.max(levels, extent.levels());
      if (kinds > MOST_KINDS || levels >= MOST_LEVELS) {
        throw SchemaText.broken("its schema is too large or too deep");
      }
    }
    extents.put(schema, new Extent(kinds, levels + 1));
    return schema;
  }

  private AvroSchema kind(Object json, String space) {
    if (json instanceof List<?> branches) {
      return AvroSchema.of(Kind.UNION, branches.stream().map(b -> of(b, space)).toList());
    }
    if (json instanceof Map<?, ?> object) {
      return ofObject(object, space);
    }
    if (!(json instanceof String name)) {
      throw SchemaText.broken("a part of its schema is " + json + " and no kind");
    }
    if (PLAIN.contains(name)) {
      return AvroSchema.plain(Kind.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    AvroSchema same = known.get(fullName(name, space));
    if (same == null) {
      same = known.get(name);
    }
    if (same == null) {
      throw SchemaText.broken("its schema names the kind '" + name + "', which is not known there");
    }
    return same;
  }

  private static String fullName(String name, String space) {
    return name.indexOf('.') >= 0 || space.isEmpty() ? name : space + "." + name;
  }

  private AvroSchema ofObject(Map<?, ?> object, String outer) {
    Object type = object.get("type");
    if (type == null) {
      throw SchemaText.broken("a part of its schema has no type");
    }
    return type instanceof String kind ? ofKind(kind, object, outer) : of(type, outer);
  }

  private AvroSchema ofKind(String kind, Map<?, ?> object, String outer) {
    String space = text(object, "namespace", outer);
    String name = fullName(text(object, "name", ""), space);
    int dot = name.lastIndexOf('.');
    String inner = dot < 0 ? space : name.substring(0, dot);
    AvroSchema schema =
        switch (kind) {
          case "record" -> record(object, name, inner);
          case "array" -> AvroSchema.of(Kind.ARRAY, List.of(of(part(object, "items"), outer)));
          case "map" -> AvroSchema.of(Kind.MAP, List.of(of(part(object, "values"), outer)));
          case "enum" -> new AvroSchema(Kind.ENUM, name, List.of(), symbols(object), 0, "", 0, 0);
          case "fixed" -> withLogical(Kind.FIXED, name, number(object, "size"), object);
          default -> {
            AvroSchema plain = of(kind, outer);
            yield PLAIN.contains(kind) ? withLogical(plain.kind(), "", 0, object) : plain;
          }
        };
    if (!schema.name().isEmpty()) {
      known.put(name, schema);
    }
    return schema;
  }

  private static AvroSchema withLogical(Kind kind, String name, int size, Map<?, ?> object) {
    return new AvroSchema(
        kind,
        name,
        List.of(),
        List.of(),
        size,
        text(object, "logicalType", ""),
        object.containsKey("precision") ? number(object, "precision") : 0,
        object.containsKey("scale") ? number(object, "scale") : 0);
  }

  private AvroSchema record(Map<?, ?> object, String name, String space) {
    List<AvroSchema> parts = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    if (!(part(object, "fields") instanceof List<?> fields)) {
      throw SchemaText.broken("a record of its schema has no fields");
    }
    for (Object field : fields) {
      if (!(field instanceof Map<?, ?> described)) {
        throw SchemaText.broken("a field of its schema is not described");
      }
      String fieldName = text(described, "name", "");
      if (!names.add(fieldName)) {
        throw SchemaText.broken("a record of its schema has two fields '" + fieldName + "'");
      }
      parts.add(of(part(described, "type"), space));
    }
    return new AvroSchema(Kind.RECORD, name, parts, List.copyOf(names), 0, "", 0, 0);
  }

  private static List<String> symbols(Map<?, ?> object) {
    if (part(object, "symbols") instanceof List<?> symbols) {
      return symbols.stream().map(String::valueOf).toList();
    }
    throw SchemaText.broken("an enum of its schema has no symbols");
  }

  private static Object part(Map<?, ?> object, String name) {
    Object part = object.get(name);
    if (part == null) {
      throw SchemaText.broken("a part of its schema has no " + name);
    }
    return part;
  }

  private static String text(Map<?, ?> object, String name, String unset) {
    return object.get(name) instanceof String text ? text : unset;
  }

  private static int number(Map<?, ?> object, String name) {
    String text = text(object, name, "");
    if (!text.matches("[0-9]{1,9}")) {
      throw SchemaText.broken("a part of its schema has no " + name);
    }
    return Integer.parseInt(text);
  }
}
