// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.Set;
import java.util.regex.Pattern;

/** One codec for values of one type: what it may be applied to, and its parameters. */
public final class CodecParameters {

  private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8);
  private static final Pattern WHOLE =
      Pattern.compile("(U?Int\\d+|Bool|Enum\\d+|Date(32|Time|Time64)?|Decimal|IPv4)(\\(.*\\))?");

  private final Call codec;
  private final Type type;

  public CodecParameters(Call codec, Type type) {
    this.codec = codec;
    this.type = type;
  }

  /** The codec as the server keeps it. */
  public String text() {
    return switch (codec.name()) {
      case "NONE", "LZ4" -> bare();
      case "Default" -> "Default";
      case "LZ4HC" -> "LZ4HC(" + number("0") + ")";
      case "ZSTD" -> zstd();
      case "Delta" -> "Delta(" + width() + ")";
      case "Gorilla" -> "Gorilla(" + width() + ")";
      case "DoubleDelta" -> doubleDelta();
      case "FPC" -> fpc();
      case "T64" -> t64();
      case "GCD" -> gcd();
      default ->
          throw new TwinhouseException(
              ErrorCode.UNKNOWN_CODEC, "Unknown codec family: " + codec.name());
    };
  }

  private String bare() {
    if (!codec.arguments().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.DATA_TYPE_CANNOT_HAVE_ARGUMENTS,
          "Compression codec " + codec.name() + " cannot have arguments.");
    }
    return codec.name();
  }

  private String number(String unset) {
    if (codec.arguments().isEmpty()) {
      return unset;
    }
    if (codec.arguments().size() > 1) {
      throw Failures.notImplemented("A second parameter of codec " + codec.name());
    }
    if (!(codec.arguments().get(0) instanceof Literal.Number level)
        || !level.text().matches("\\d{1,9}")) {
      throw new TwinhouseException(
          ErrorCode.BAD_GET, "The parameter of codec " + codec.name() + " must be a number");
    }
    return level.text();
  }

  private String zstd() {
    String level = number("1");
    if (Integer.parseInt(level) > 22) {
      throw illegal("ZSTD codec can't have level more than 22, given " + level + ".");
    }
    return "ZSTD(" + level + ")";
  }

  private String width() {
    int size = size();
    if (size == 0) {
      throw inapplicable("because the data type is not of fixed size.");
    }
    if (!WIDTHS.contains(size)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Codec "
              + codec.name()
              + " is only applicable for data types of size 1, 2, 4, 8 bytes. Given type "
              + type.name()
              + ".");
    }
    String width = number(String.valueOf(size));
    if (!WIDTHS.contains(Integer.parseInt(width))) {
      throw illegal(
          codec.name() + " value for its codec can be 1, 2, 4 or 8, given " + width + ".");
    }
    return width;
  }

  private String doubleDelta() {
    width();
    return "DoubleDelta";
  }

  private String fpc() {
    if (!type.name().startsWith("Float")) {
      throw inapplicable("because the data type is not Float*.");
    }
    String level = number("12");
    int bits = Integer.parseInt(level);
    if (bits < 1 || bits > 28) {
      throw illegal("Codec 'FPC' level must be between 1 and 28.");
    }
    return "FPC(" + level + ")";
  }

  private String t64() {
    boolean narrow = WIDTHS.contains(size());
    boolean whole = type.name().startsWith("Time") || WHOLE.matcher(type.name()).matches();
    if (!narrow || !whole) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_SYNTAX_FOR_CODEC_TYPE,
          "T64 codec is not supported for specified type " + type.name() + ".");
    }
    if (codec.arguments().isEmpty()) {
      return "T64";
    }
    boolean known =
        codec.arguments().size() == 1
            && codec.arguments().get(0) instanceof Literal.Text kind
            && Set.of("bit", "byte").contains(kind.value());
    if (!known) {
      throw illegal("Wrong modification for T64: " + SqlPrinter.print(codec));
    }
    return SqlPrinter.print(codec);
  }

  private String gcd() {
    if (!WHOLE.matcher(type.name()).matches()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Codec GCD cannot be applied to column "
              + type.name()
              + " because it can only be used with Int*, UInt*, Decimal*, Date* or DateTime*"
              + " types.");
    }
    return bare();
  }

  /** Bytes of a value; 0 where they differ. */
  private int size() {
    return switch (type.lane()) {
      case DOUBLE -> type.name().equals("Float64") ? 8 : type.name().equals("Float32") ? 4 : 2;
      case LONG -> ofLong(type.name());
      case WIDE -> 16;
      case BYTES -> ofBytes(type.name());
      case ARRAY, TUPLE -> 0;
    };
  }

  private static int ofLong(String name) {
    String family = name.replaceFirst("\\(.*", "");
    return switch (family) {
      case "UInt8", "Int8", "Bool", "Enum8" -> 1;
      case "UInt16", "Int16", "Enum16", "Date" -> 2;
      case "UInt32", "Int32", "Date32", "DateTime", "IPv4", "Time" -> 4;
      case "Decimal" -> precision(name) <= 9 ? 4 : 8;
      default -> 8;
    };
  }

  private static int precision(String decimal) {
    return Integer.parseInt(decimal.replaceAll("Decimal\\((\\d+).*", "$1"));
  }

  private static int ofBytes(String name) {
    if (name.startsWith("JSON") || name.startsWith("Dynamic") || name.startsWith("Variant")) {
      throw Failures.notImplemented("A codec by width for " + name);
    }
    return name.startsWith("FixedString(") ? Integer.parseInt(name.replaceAll("\\D", "")) : 0;
  }

  private TwinhouseException inapplicable(String why) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS,
        "Codec " + codec.name() + " is not applicable for " + type.name() + " " + why);
  }

  private static TwinhouseException illegal(String message) {
    return new TwinhouseException(ErrorCode.ILLEGAL_CODEC_PARAMETER, message);
  }
}
