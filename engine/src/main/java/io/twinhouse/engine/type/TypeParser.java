// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads type text as ClickHouse writes it; the inverse of {@link Type#name()}. One pass over one
 * text; recursive, so its depth is bounded.
 */
public final class TypeParser {

  private static final int MAX_DEPTH = 200;
  private static final int MOST_FIXED_BYTES = 0xFFFFFF;

  private static final Map<String, Type> SIMPLE = simpleTypes();

  private final TypeTokens tokens;
  private int depth;

  private final boolean known;

  private TypeParser(String text, boolean known) {
    this.tokens = new TypeTokens(text);
    this.known = known;
  }

  /**
   * The type that {@code text} names, aliases ({@code INT}, {@code VARCHAR(10)}) and case rules as
   * in ClickHouse.
   *
   * @throws TwinhouseException UNKNOWN_TYPE or SYNTAX_ERROR
   */
  public static Type parse(String text) {
    return new TypeParser(text, false).read();
  }

  /**
   * As the other, for the type of a table that there is already: a store stays readable whatever
   * new tables may not have.
   */
  public static Type parseKnown(String text) {
    return new TypeParser(text, true).read();
  }

  private static Map<String, Type> simpleTypes() {
    List<Type> types = new ArrayList<>();
    for (int bits = 8; bits <= 256; bits *= 2) {
      types.add(new IntegerType(bits, true));
      types.add(new IntegerType(bits, false));
    }
    types.addAll(List.of(FloatType.FLOAT32, FloatType.FLOAT64, BoolType.INSTANCE));
    types.add(FloatType.Brain.BFLOAT16);
    types.addAll(List.of(StringType.INSTANCE, UuidType.INSTANCE, IpType.IPV4, IpType.IPV6));
    types.addAll(List.of(DateType.DATE, DateType.DATE32));
    types.add(NothingType.INSTANCE);
    for (IntervalType.Unit unit : IntervalType.Unit.values()) {
      types.add(new IntervalType(unit));
    }
    return types.stream().collect(Collectors.toMap(Type::name, Function.identity()));
  }

  private Type read() {
    Type type = readType();
    if (!tokens.atEnd()) {
      throw tokens.syntaxError(0);
    }
    return type;
  }

  private Type readType() {
    if (++depth > MAX_DEPTH) {
      throw new TwinhouseException(
          ErrorCode.TOO_DEEP_RECURSION, "Data type is nested deeper than " + MAX_DEPTH);
    }
    String name = readName();
    Type type = readArguments(name);
    depth--;
    return type;
  }

  /** One word, or several where an alias has several: {@code DOUBLE PRECISION}. */
  private String readName() {
    String words = tokens.take();
    while (TypeTokens.Aliases.isPrefix(words)
        && (TypeTokens.Aliases.isPrefix(words + " " + tokens.peek())
            || TypeTokens.Aliases.resolve(words + " " + tokens.peek()) != null)) {
      words += " " + tokens.take();
    }
    String resolved = TypeTokens.Aliases.resolve(words);
    return resolved == null ? words : resolved;
  }

  private Type readArguments(String name) {
    Type simple = SIMPLE.get(name);
    if (simple != null || name.equals("String")) {
      skipIgnoredArguments();
      return simple == null ? StringType.INSTANCE : simple;
    }
    Type shape = Type.Geo.byName().get(name.equals("GEOMETRY") ? "Geometry" : name);
    if (shape != null) {
      if (tokens.takeIf("(")) {
        throw new TwinhouseException(
            ErrorCode.DATA_TYPE_CANNOT_HAVE_ARGUMENTS,
            "Data type " + name + " cannot have arguments");
      }
      return shape;
    }
    return switch (name) {
      case "Decimal", "Decimal32", "Decimal64", "Decimal128", "Decimal256" -> readDecimal(name);
      case "FixedString" -> new FixedStringType(readLength());
      case "DateTime" -> new DateTimeType(tokens.takeIf("(") ? closeZone() : null);
      case "DateTime64" -> readDateTime64();
      case "Time" -> readTime();
      case "Time64" -> new Time64Type(readTicks(3));
      case "Enum", "Enum8", "Enum16" -> readEnum(name);
      case "Nullable" -> wrapNullable(readInner());
      case "LowCardinality" -> LowCardinalityType.over(readInner());
      case "Array" -> new ArrayType(readInner());
      case "Tuple" -> readTuple();
      case "Map" -> readMap();
      case "Dynamic" -> readDynamic();
      case "Variant" -> readVariant();
      case "JSON" ->
          tokens.takeIf("(") ? JsonType.Declaration.read(tokens, this::readType) : JsonType.JSON;
      case "AggregateFunction" -> readAggregateFunction(false);
      case "SimpleAggregateFunction" -> readAggregateFunction(true);
      default -> throw unknown(name);
    };
  }

  private static TwinhouseException unknown(String name) {
    boolean known = name.matches("Nested|QBit");
    return known
        ? new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED, "Data type " + name + " is not supported")
        : new TwinhouseException(ErrorCode.UNKNOWN_TYPE, "Unknown data type family: " + name);
  }

  private Type readDynamic() {
    if (!tokens.takeIf("(") || tokens.takeIf(")")) {
      return DynamicType.INSTANCE;
    }
    tokens.expect("max_types");
    tokens.expect("=");
    String most = tokens.take();
    tokens.expect(")");
    if (!most.matches("[0-9]{1,3}") || Integer.parseInt(most) > 254) {
      throw new TwinhouseException(
          ErrorCode.UNEXPECTED_AST_STRUCTURE,
          "'max_types' argument for Dynamic type should be a positive integer between 0 and 254");
    }
    return new DynamicType(Integer.parseInt(most));
  }

  private Type readVariant() {
    List<Type> members = new ArrayList<>();
    if (!tokens.takeIf("(") || tokens.peek().equals(")")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Variant type should have at least one nested type");
    }
    do {
      Type member = readType();
      if (member.isNullable() || member.carriesType()) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Variant/Dynamic/Nullable types are not allowed inside Variant type");
      }
      members.add(member);
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return VariantType.of(members);
  }

  /** {@code VARCHAR(255)}, {@code INT(11)}: the length says nothing. */
  private void skipIgnoredArguments() {
    if (tokens.takeIf("(")) {
      tokens.takeRaw();
    }
  }

  private Type readInner() {
    tokens.expect("(");
    Type inner = readType();
    tokens.expect(")");
    return inner;
  }

  private static Type wrapNullable(Type inner) {
    if (inner.isNullable() || !inner.canBeNullable()) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Nested type " + inner.name() + " cannot be inside Nullable type");
    }
    return new NullableType(inner);
  }

  private int readInteger() {
    String token = tokens.take();
    try {
      return Integer.parseInt(token);
    } catch (NumberFormatException e) {
      throw new TwinhouseException(
          ErrorCode.UNEXPECTED_AST_STRUCTURE, "Expected a number in a data type, got " + token);
    }
  }

  private int readLength() {
    tokens.expect("(");
    boolean tooLong = tokens.peek().matches("0*[1-9][0-9]{8,}");
    int length = tooLong ? Integer.MAX_VALUE : readInteger();
    if (length > MOST_FIXED_BYTES) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "FixedString size is too large");
    }
    tokens.expect(")");
    if (length <= 0) {
      throw new TwinhouseException(
          ErrorCode.UNEXPECTED_AST_STRUCTURE,
          "FixedString data type family must have a number (positive integer) as its argument");
    }
    return length;
  }

  private Type readDecimal(String name) {
    int precision = name.equals("Decimal") ? 10 : precisionOf(name);
    int scale = 0;
    if (tokens.takeIf("(")) {
      int first = readInteger();
      if (!name.equals("Decimal")) {
        scale = first;
      } else {
        precision = first;
        scale = tokens.takeIf(",") ? readInteger() : 0;
      }
      tokens.expect(")");
    }
    if (precision < 1 || precision > 76) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Wrong precision: it must be between 1 and 76, got " + precision);
    }
    if (scale < 0 || scale > precision) {
      throw new TwinhouseException(
          ErrorCode.ARGUMENT_OUT_OF_BOUND,
          "Negative scales and scales larger than precision are not supported");
    }
    return new DecimalType(precision, scale);
  }

  private static int precisionOf(String name) {
    return switch (name) {
      case "Decimal32" -> 9;
      case "Decimal64" -> 18;
      case "Decimal128" -> 38;
      default -> 76;
    };
  }

  private Type readDateTime64() {
    int precision = 3;
    String zone = null;
    if (tokens.takeIf("(")) {
      precision = readInteger();
      if (precision < 0 || precision > 9) {
        throw new TwinhouseException(
            ErrorCode.ARGUMENT_OUT_OF_BOUND,
            "Scale "
                + precision
                + " is too large for DateTime64. Maximum is up to nanoseconds (9).");
      }
      zone = tokens.takeIf(",") ? closeZone() : null;
      if (zone == null) {
        tokens.expect(")");
      }
    }
    return new DateTime64Type(precision, zone);
  }

  /** With digits of a fraction it is a Time64. */
  private Type readTime() {
    int precision = readTicks(0);
    return precision == 0 ? TimeType.INSTANCE : new Time64Type(precision);
  }

  private int readTicks(int unsaid) {
    int precision = unsaid;
    if (tokens.takeIf("(")) {
      if (tokens.takeIf(")")) {
        return unsaid;
      }
      if (tokens.peek().startsWith("'")) {
        throw withZone();
      }
      precision = readInteger();
      if (precision > 9) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "DataTypeTime64 scale " + precision + " is too large, maximum is 9");
      }
      if (precision < 0) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Parameter #0 'scale' for Time64 has wrong type: Int64, expected UInt64 literal");
      }
      if (tokens.takeIf(",")) {
        throw withZone();
      }
      tokens.expect(")");
    }
    return precision;
  }

  private static TwinhouseException withZone() {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Specifying timezone for Time type is not allowed");
  }

  private @Nullable String closeZone() {
    if (tokens.takeIf(")")) {
      return null;
    }
    String zone = TypeTokens.unquote(tokens.take());
    tokens.expect(")");
    return DateTimeType.checkedZone(zone);
  }

  private Type readEnum(String name) {
    tokens.expect("(");
    Map<Integer, String> names = new TreeMap<>();
    int number = 0;
    do {
      String element = TypeTokens.unquote(tokens.take());
      number = tokens.takeIf("=") ? readInteger() : number + 1;
      names.put(number, element);
    } while (tokens.takeIf(","));
    tokens.expect(")");
    boolean fits = names.keySet().stream().allMatch(n -> n >= -128 && n <= 127);
    int bits = name.equals("Enum16") || (name.equals("Enum") && !fits) ? 16 : 8;
    checkEnumRange(bits, names);
    return new EnumType(bits, names);
  }

  private static void checkEnumRange(int bits, Map<Integer, String> names) {
    int limit = 1 << (bits - 1);
    names.forEach(
        (number, element) -> {
          if (number < -limit || number >= limit) {
            throw new TwinhouseException(
                ErrorCode.ARGUMENT_OUT_OF_BOUND,
                "Value " + number + " for element '" + element + "' exceeds range of Enum" + bits);
          }
        });
  }

  private Type readTuple() {
    List<String> names = new ArrayList<>();
    List<Type> elements = new ArrayList<>();
    tokens.expect("(");
    if (tokens.takeIf(")")) {
      return TupleType.of(elements);
    }
    do {
      String follows = tokens.peek(1);
      boolean named = !follows.equals(",") && !follows.equals(")") && !follows.equals("(");
      if (named && !TypeTokens.Aliases.isPrefix(tokens.peek())) {
        names.add(TypeTokens.unquote(tokens.take()));
      }
      elements.add(readType());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    if (!names.isEmpty() && names.size() != elements.size()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Names are specified not for all elements of Tuple type");
    }
    return new TupleType(names, elements);
  }

  private Type readMap() {
    tokens.expect("(");
    Type key = readType();
    tokens.expect(",");
    Type value = readType();
    tokens.expect(")");
    return new MapType(key, value);
  }

  private Type readAggregateFunction(boolean simple) {
    tokens.expect("(");
    String function = tokens.take();
    List<String> parameters = new ArrayList<>();
    if (tokens.takeIf("(")) {
      String raw = tokens.takeRaw();
      for (String parameter : raw.isEmpty() ? new String[0] : raw.split(",", -1)) {
        parameters.add(parameter.trim());
      }
    }
    List<Type> arguments = new ArrayList<>();
    while (tokens.takeIf(",")) {
      arguments.add(readType());
    }
    tokens.expect(")");
    boolean within =
        simple
            && arguments.stream()
                .anyMatch(type -> type instanceof AggregateFunctionType held && held.simple());
    if (within) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "SimpleAggregateFunction of a SimpleAggregateFunction is not supported");
    }
    AggregateFunctionType type = new AggregateFunctionType(simple, function, parameters, arguments);
    if (!known) {
      type.checkMerging();
    }
    return type;
  }
}
