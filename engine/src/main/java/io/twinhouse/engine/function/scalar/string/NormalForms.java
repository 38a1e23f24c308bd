// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.string;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Unicode's normal forms, and texts with escapes for XML and for regular expressions. */
final class NormalForms {

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private NormalForms() {}

  static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Strings: forms");
    for (Normalizer.Form form : Normalizer.Form.values()) {
      text(family, "normalizeUTF8" + form.name(), s -> Normalizer.normalize(known(s), form));
    }
    text(
        family,
        "removeDiacriticsUTF8",
        t -> t.withAliases("removeAccentsUTF8"),
        NormalForms::withoutMarks);
    text(family, "encodeXMLComponent", NormalForms::escapeXml);
    text(family, "regexpQuoteMeta", NormalForms::quote);
    return family;
  }

  private static void text(FunctionFamily family, String name, UnaryOperator<String> function) {
    text(family, name, UnaryOperator.identity(), function);
  }

  private static void text(
      FunctionFamily family,
      String name,
      UnaryOperator<FunctionTraits> traits,
      UnaryOperator<String> function) {
    boolean bytes = !name.endsWith("Component") && !name.endsWith("Meta");
    family.add(
        name,
        traits,
        call -> {
          call.arity(1).string(0);
          return Bound.of(
              StringType.INSTANCE,
              RowKernels.bytes(
                  invocation -> {
                    BytesLane lane = BytesLane.of(invocation.argument(0));
                    return (row, out) -> {
                      String given = bytes ? lane.string(row) : lane.latin1(row);
                      byte[] result =
                          function
                              .apply(given)
                              .getBytes(
                                  bytes ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
                      out.write(result, 0, result.length);
                    };
                  }));
        });
  }

  /** Refuses what is no text, and characters younger than this Java's tables of Unicode. */
  private static String known(String text) {
    int[] points = text.codePoints().toArray();
    for (int point : points) {
      if (point == 0xFFFD || Character.getType(point) == Character.UNASSIGNED) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Normal forms of a text that is no valid UTF-8 or has unknown characters");
      }
    }
    return text;
  }

  private static String withoutMarks(String text) {
    String parts = Normalizer.normalize(known(text), Normalizer.Form.NFD);
    return Normalizer.normalize(MARKS.matcher(parts).replaceAll(""), Normalizer.Form.NFC);
  }

  private static String escapeXml(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&apos;");
        default -> out.append(sign);
      }
    }
    return out.toString();
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if ("\0\\^$.[]|()?*+{-:".indexOf(sign) >= 0) {
        out.append('\\').append(sign);
      } else {
        out.append(sign);
      }
    }
    return out.toString();
  }
}
