// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads and writes well-known binary. */
final class WellKnownBinary {

  private final ByteBuffer data;
  private final long most;

  private WellKnownBinary(ByteBuffer data, long most) {
    this.data = data;
    this.most = most;
  }

  /**
   * The shape that the bytes begin with; those behind it are not looked at.
   *
   * @param most points of a ring, rings of a polygon and so on, unsigned
   */
  static Shape read(byte[] source, int from, int length, long most) {
    WellKnownBinary binary = new WellKnownBinary(ByteBuffer.wrap(source, from, length), most);
    return binary.shape(binary.header());
  }

  private Shape shape(ShapeKind kind) {
    switch (kind) {
      case POINT:
        double[] point = new double[] {number(), number()};
        return Shape.ofPoints(kind, point);
      case LINE:
        return Shape.ofPoints(kind, points());
      case POLYGON:
        return Shape.ofRings(kind, polygon());
      case LINES:
        List<double[]> lines = new ArrayList<>();
        for (long left = count("line strings"); left > 0; left--) {
          lines.add(inner(kind, ShapeKind.LINE)[0]);
        }
        return Shape.ofRings(kind, lines.toArray(double[][]::new));
      default:
        List<double[][]> polygons = new ArrayList<>();
        for (long left = count("polygons"); left > 0; left--) {
          polygons.add(inner(kind, ShapeKind.POLYGON));
        }
        return new Shape(kind, polygons.toArray(double[][][]::new));
    }
  }

  /** What stands within another shape is read as a whole before its kind is looked at. */
  private double[][] inner(ShapeKind outer, ShapeKind wanted) {
    ShapeKind kind = header();
    Shape shape = kind.isMultiple() ? null : shape(kind);
    if (shape == null || kind != wanted) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          outer.type().name()
              + " contains an internal type "
              + kind.type().name()
              + " that differs from "
              + wanted.type().name());
    }
    return shape.rings();
  }

  private ShapeKind header() {
    int order = data.hasRemaining() ? data.get() : -1;
    if (order != 0 && order != 1) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Error while reading WKB format: Incorrect first flag");
    }
    data.order(order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    need(4);
    int code = data.getInt();
    for (ShapeKind kind : ShapeKind.values()) {
      if (kind.code() == code && code != 0) {
        return kind;
      }
    }
    throw new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "Incorrect geometry type " + Integer.toUnsignedString(code));
  }

  /** A polygon always has a ring around it. */
  private double[][] polygon() {
    long count = count("rings");
    List<double[]> rings = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      rings.add(points());
    }
    return count == 0 ? new double[][] {{}} : rings.toArray(double[][]::new);
  }

  private double[] points() {
    long count = count("points");
    double[] points = new double[2 * (int) Math.min(count, data.remaining() / 16)];
    int size = 0;
    for (long i = 0; i < count; i++) {
      double x = number();
      double y = number();
      points[size++] = x;
      points[size++] = y;
    }
    return Arrays.copyOf(points, size);
  }

  private long count(String what) {
    need(4);
    int count = data.getInt();
    if (Long.compareUnsigned(Integer.toUnsignedLong(count), most) > 0) {
      throw new TwinhouseException(
          ErrorCode.TOO_LARGE_ARRAY_SIZE,
          "Too many "
              + what
              + " in WKB geometry: "
              + Integer.toUnsignedString(count)
              + " (limit: "
              + Long.toUnsignedString(most)
              + ")");
    }
    return Integer.toUnsignedLong(count);
  }

  private double number() {
    need(8);
    return data.getDouble();
  }

  private void need(int bytes) {
    if (data.remaining() < bytes) {
      throw new TwinhouseException(
          ErrorCode.CANNOT_READ_ALL_DATA,
          "Cannot read all data. Bytes read: "
              + data.remaining()
              + ". Bytes expected: "
              + bytes
              + ".");
    }
  }

  /** Writes a shape, which is no ring. */
  static void write(Shape shape, BytesBuffer out) {
    header(shape.kind(), out);
    switch (shape.kind()) {
      case POINT -> numbers(shape.points(), out);
      case LINE -> points(shape.points(), out);
      case POLYGON -> polygon(shape.rings(), out);
      case LINES -> {
        integer(shape.rings().length, out);
        for (double[] line : shape.rings()) {
          header(ShapeKind.LINE, out);
          points(line, out);
        }
      }
      default -> {
        integer(shape.polygons().length, out);
        for (double[][] polygon : shape.polygons()) {
          header(ShapeKind.POLYGON, out);
          polygon(polygon, out);
        }
      }
    }
  }

  private static void header(ShapeKind kind, BytesBuffer out) {
    out.write(1);
    integer(kind.code(), out);
  }

  private static void polygon(double[][] rings, BytesBuffer out) {
    integer(rings.length, out);
    for (double[] ring : rings) {
      points(ring, out);
    }
  }

  private static void points(double[] points, BytesBuffer out) {
    integer(points.length / 2, out);
    numbers(points, out);
  }

  private static void numbers(double[] numbers, BytesBuffer out) {
    for (double number : numbers) {
      long bits = Double.doubleToRawLongBits(number);
      integer((int) bits, out);
      integer((int) (bits >>> 32), out);
    }
  }

  private static void integer(int value, BytesBuffer out) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
