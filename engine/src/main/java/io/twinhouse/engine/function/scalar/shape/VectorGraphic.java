// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.shape;

/** Shapes as elements of SVG. */
final class VectorGraphic {

  private VectorGraphic() {}

  static String of(Shape shape, String style) {
    StringBuilder out = new StringBuilder();
    switch (shape.kind()) {
      case POINT -> {
        ShortNumber.write(shape.points()[0], out.append("<circle cx=\""));
        ShortNumber.write(shape.points()[1], out.append("\" cy=\""));
        out.append("\" r=\"5\"");
        close("", style, "", out);
      }
      case RING -> {
        listed("polygon", shape.points(), out);
        close("\"", style, "", out);
      }
      case LINE -> line(shape.points(), style, out);
      case LINES -> {
        for (double[] line : shape.rings()) {
          line(line, style, out);
        }
      }
      default -> {
        for (double[][] polygon : shape.polygons()) {
          polygon(polygon, style, out);
        }
      }
    }
    return out.toString();
  }

  private static void close(String before, String style, String more, StringBuilder out) {
    out.append(before).append(" style=\"").append(style).append(more).append("\"/>");
  }

  private static void line(double[] points, String style, StringBuilder out) {
    listed("polyline", points, out);
    close("\"", style, ";fill:none", out);
  }

  private static void listed(String element, double[] points, StringBuilder out) {
    out.append('<').append(element).append(" points=\"");
    for (int i = 0; i < points.length; i += 2) {
      out.append(i == 0 ? "" : " ");
      point(points, i, out);
    }
  }

  private static void polygon(double[][] rings, String style, StringBuilder out) {
    out.append("<g fill-rule=\"evenodd\"><path d=\"");
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        point(ring, i, out.append(i == 0 ? "M " : " L "));
      }
    }
    close(" z \"", style, "", out);
    out.append("</g>");
  }

  private static void point(double[] points, int at, StringBuilder out) {
    ShortNumber.write(points[at], out);
    ShortNumber.write(points[at + 1], out.append(','));
  }
}
