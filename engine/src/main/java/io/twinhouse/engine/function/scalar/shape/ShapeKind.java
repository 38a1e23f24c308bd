// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import org.jspecify.annotations.Nullable;

/** The geometric types and their names in well-known text and binary. */
enum ShapeKind {
  POINT(Type.Geo.POINT, 0, "POINT", 1),
  LINE(Type.Geo.LINE, 1, "LINESTRING", 2),
  LINES(Type.Geo.LINES, 2, "MULTILINESTRING", 5),
  RING(Type.Geo.RING, 1, "POLYGON", 0),
  POLYGON(Type.Geo.POLYGON, 2, "POLYGON", 3),
  POLYGONS(Type.Geo.POLYGONS, 3, "MULTIPOLYGON", 6);

  /** Types never change. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Type type;

  private final int depth;
  private final String word;
  private final int code;

  ShapeKind(Type type, int depth, String word, int code) {
    this.type = type;
    this.depth = depth;
    this.word = word;
    this.code = code;
  }

  Type type() {
    return type;
  }

  /** How many arrays are around the points. */
  int depth() {
    return depth;
  }

  /** The name in well-known text. */
  String word() {
    return word;
  }

  /** The number in well-known binary, 0 for none. */
  int code() {
    return code;
  }

  boolean isLine() {
    return this == LINE || this == LINES;
  }

  boolean isMultiple() {
    return this == LINES || this == POLYGONS;
  }

  /** The kind of values of {@code type}: by its name if it is a line, by its structure else. */
  static @Nullable ShapeKind of(Type type) {
    for (ShapeKind kind : values()) {
      boolean named = !kind.isLine() || title(type).equals(kind.type.name());
      if (named && kind.type.structure().equals(type.structure())) {
        return kind;
      }
    }
    return null;
  }

  /** The kind whose type has this name. */
  static @Nullable ShapeKind named(String name) {
    for (ShapeKind kind : values()) {
      if (kind.type.name().equals(name)) {
        return kind;
      }
    }
    return null;
  }

  /** The type without the names that the elements of its tuples may have. */
  static Type unnamed(Type type) {
    if (type instanceof ArrayType array && array.title() == null) {
      return new ArrayType(unnamed(array.element()));
    }
    boolean named = type instanceof TupleType tuple && !tuple.names().isEmpty();
    return named ? TupleType.of(((TupleType) type).elements()) : type;
  }

  private static String title(Type type) {
    String title =
        type instanceof ArrayType array
            ? array.title()
            : type instanceof TupleType tuple ? tuple.title() : null;
    return title == null ? "" : title;
  }
}
