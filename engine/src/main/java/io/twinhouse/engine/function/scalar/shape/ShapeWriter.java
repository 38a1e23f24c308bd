// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Kernel;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes columns of geometric types. */
final class ShapeWriter {

  private ShapeWriter() {}

  /** The shape of one row, null for NULL. */
  interface Rows {
    @Nullable Shape at(int row);
  }

  /** A kernel whose result is of {@code type}: of one kind, or Geometry. */
  static Kernel kernel(Type type, Function<Invocation, Rows> opener) {
    return call -> {
      Rows rows = opener.apply(call);
      return type instanceof VariantType ? anyKind(call, rows) : oneKind(call, type, rows);
    };
  }

  private static Column oneKind(Invocation call, Type type, Rows rows) {
    ColumnBuilder out = ColumnBuilder.of(type);
    for (int row = 0; row < call.rows(); row++) {
      Shape shape = rows.at(row);
      if (shape == null) {
        out.appendDefault();
      } else {
        append(shape, out);
      }
    }
    return out.build();
  }

  private static Column anyKind(Invocation call, Rows rows) {
    BytesBuffer out = call.scratch().bytes();
    TextOutput text = new TextOutput();
    Map<ShapeKind, DynamicText.Writer> writers = new EnumMap<>(ShapeKind.class);
    for (int row = 0; row < call.rows(); row++) {
      Shape shape = rows.at(row);
      text.reset();
      if (shape != null) {
        ColumnBuilder value = ColumnBuilder.of(shape.kind().type());
        append(shape, value);
        writers
            .computeIfAbsent(shape.kind(), kind -> new DynamicText.Writer(kind.type()))
            .write(value.build(), 0, text);
      }
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }

  private static void append(Shape shape, ColumnBuilder out) {
    switch (shape.kind().depth()) {
      case 0 -> point(shape.points(), 0, out);
      case 1 -> points(shape.points(), out);
      case 2 -> rings(shape.rings(), out);
      default -> {
        for (double[][] polygon : shape.polygons()) {
          rings(polygon, out.elements());
        }
        out.endRow();
      }
    }
  }

  private static void rings(double[][] rings, ColumnBuilder out) {
    for (double[] ring : rings) {
      points(ring, out.elements());
    }
    out.endRow();
  }

  private static void points(double[] points, ColumnBuilder out) {
    for (int i = 0; i < points.length; i += 2) {
      point(points, i, out.elements());
    }
    out.endRow();
  }

  private static void point(double[] points, int at, ColumnBuilder out) {
    out.element(0).appendDouble(points[at]);
    out.element(1).appendDouble(points[at + 1]);
    out.endRow();
  }
}
