// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes well-known text as the server does, which takes more than the standard has: a
 * coordinate that is missing is 0, and commas may be missing, too. Written numbers have six digits.
 */
final class WellKnownText {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]++\\.?[0-9]*+|\\.[0-9]++)([eE][+-]?[0-9]++)?");

  private final String text;
  private final StringTokenizer words;

  /** What is read next, null at the end: texts may be too long to hold all of their words. */
  private @Nullable String next;

  private int count;

  private WellKnownText(String text) {
    this.text = text;
    words = new StringTokenizer(text, " \n\t\r,()", true);
    advance();
  }

  private void advance() {
    Checkpoint.passSometimes(++count);
    next = null;
    while (next == null && words.hasMoreTokens()) {
      String word = words.nextToken();
      next = word.isBlank() ? null : word;
    }
  }

  private boolean isNext(String sign) {
    return sign.equals(next);
  }

  /** The kind that a text begins with the word of. */
  static ShapeKind kind(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.startsWith("RING")) {
      return ShapeKind.RING;
    }
    for (ShapeKind kind : ShapeKind.values()) {
      if (kind != ShapeKind.RING && upper.startsWith(kind.word())) {
        return kind;
      }
    }
    throw new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Incorrect WKT format value: " + text);
  }

  static Shape read(ShapeKind kind, String text) {
    return new WellKnownText(text).shape(kind);
  }

  private Shape shape(ShapeKind kind) {
    if (!kind.word().equalsIgnoreCase(next)) {
      throw failure("Should start with '" + kind.word() + "'");
    }
    advance();
    Shape shape = isEmpty() ? empty(kind) : body(kind);
    if (next != null) {
      throw failure("Too many tokens at '" + next + "'");
    }
    return shape;
  }

  private boolean isEmpty() {
    boolean empty = false;
    while (next != null) {
      String word = next.toUpperCase(Locale.ROOT);
      if (word.equals("Z") || word.equals("ZM") || word.equals("MZ")) {
        throw failure("Z only allowed for 3 or more dimensions");
      }
      if (!word.equals("M") && !word.equals("EMPTY")) {
        break;
      }
      empty |= word.equals("EMPTY");
      advance();
    }
    return empty;
  }

  /** A polygon always has a ring around it. */
  private static Shape empty(ShapeKind kind) {
    return switch (kind) {
      case POINT ->
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED, "POINT EMPTY is not supported: it has no value");
      case LINE, RING -> Shape.ofPoints(kind, new double[0]);
      case POLYGON -> Shape.ofRings(kind, new double[][] {{}});
      default -> new Shape(kind, kind == ShapeKind.LINES ? new double[1][0][] : new double[0][][]);
    };
  }

  private Shape body(ShapeKind kind) {
    switch (kind) {
      case POINT:
        open();
        double x = number();
        double y = number();
        close();
        return Shape.point(x, y);
      case LINE:
        return Shape.ofPoints(kind, points());
      case RING:
        open();
        double[] ring = points();
        close();
        return Shape.ofPoints(kind, ring);
      case LINES:
        return Shape.ofRings(kind, rings());
      case POLYGON:
        return Shape.ofRings(kind, polygon());
      default:
        List<double[][]> polygons = new ArrayList<>();
        open();
        while (isInside()) {
          polygons.add(polygon());
          skipComma();
        }
        close();
        return new Shape(kind, polygons.toArray(double[][][]::new));
    }
  }

  private double[][] polygon() {
    double[][] rings = rings();
    return rings.length == 0 ? new double[][] {{}} : rings;
  }

  private double[][] rings() {
    List<double[]> rings = new ArrayList<>();
    open();
    while (isInside()) {
      rings.add(points());
      skipComma();
    }
    close();
    return rings.toArray(double[][]::new);
  }

  private double[] points() {
    double[] points = new double[8];
    int size = 0;
    open();
    while (isInside()) {
      if (size == points.length) {
        points = Arrays.copyOf(points, 2 * size);
      }
      points[size++] = number();
      points[size++] = number();
      skipComma();
    }
    close();
    return Arrays.copyOf(points, size);
  }

  private boolean isInside() {
    return next != null && !isNext(")");
  }

  private void skipComma() {
    if (isNext(",")) {
      advance();
    }
  }

  private void open() {
    expect("(");
  }

  private void close() {
    expect(")");
  }

  private void expect(String sign) {
    if (!isNext(sign)) {
      String where = next == null ? "" : " at '" + next + "'";
      throw failure("Expected '" + sign + "'" + where);
    }
    advance();
  }

  private double number() {
    String word = next;
    if (word == null || word.equals(")") || word.equals(",")) {
      return 0;
    }
    advance();
    boolean minus = word.startsWith("-");
    String size = minus || word.startsWith("+") ? word.substring(1) : word;
    if (size.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    if (size.equalsIgnoreCase("inf") || size.equalsIgnoreCase("infinity")) {
      return minus ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (size.regionMatches(true, 0, "0x", 0, 2) || size.regionMatches(true, 0, "nan(", 0, 4)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "The number " + word + " in well-known text is not supported");
    }
    if (DECIMAL.matcher(word).matches()) {
      double value = Double.parseDouble(word);
      boolean tiny = Math.abs(value) < Double.MIN_NORMAL && size.matches("[^eE]*[1-9].*");
      if (!tiny && !Double.isInfinite(value)) {
        return value;
      }
    }
    throw failure(
        "bad lexical cast: source type value could not be interpreted as target at '" + word + "'");
  }

  private TwinhouseException failure(String what) {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_TEXT, "Cannot parse WKT string: " + what + " in '" + text + "'");
  }

  /** The text of a shape; rings of polygons are closed. */
  static String write(Shape shape) {
    StringBuilder out = new StringBuilder(shape.kind().word());
    switch (shape.kind()) {
      case POINT, LINE -> points(shape.points(), false, out);
      case RING -> {
        out.append('(');
        if (shape.points().length > 0) {
          points(shape.points(), false, out);
        }
        out.append(')');
      }
      case LINES -> rings(shape.rings(), false, out);
      case POLYGON -> polygon(shape.rings(), out);
      default -> {
        char before = '(';
        for (double[][] polygon : shape.polygons()) {
          out.append(before);
          polygon(polygon, out);
          before = ',';
        }
        out.append(before == '(' ? "()" : ")");
      }
    }
    return out.toString();
  }

  /** Of a polygon without any point no ring is told. */
  private static void polygon(double[][] rings, StringBuilder out) {
    boolean nothing = Arrays.stream(rings).allMatch(ring -> ring.length == 0);
    rings(nothing ? new double[0][] : rings, true, out);
  }

  private static void rings(double[][] rings, boolean closed, StringBuilder out) {
    out.append('(');
    for (int i = 0; i < rings.length; i++) {
      out.append(i == 0 ? "" : ",");
      points(rings[i], closed, out);
    }
    out.append(')');
  }

  private static void points(double[] points, boolean closed, StringBuilder out) {
    out.append('(');
    for (int i = 0; i < points.length; i += 2) {
      out.append(i == 0 ? "" : ",");
      point(points, i, out);
    }
    if (closed && points.length > 2 && !Corrected.areMet(points)) {
      point(points, 0, out.append(','));
    }
    out.append(')');
  }

  private static void point(double[] points, int at, StringBuilder out) {
    ShortNumber.write(points[at], out);
    ShortNumber.write(points[at + 1], out.append(' '));
  }
}
