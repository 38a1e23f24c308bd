// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import io.twinhouse.engine.type.VariantType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts as values of the first member of a Variant that takes the whole of them. Members are
 * tried in the server's order: what holds others first, then what few texts are values of, String
 * last.
 */
final class VariantReaders {

  private static final Map<Class<? extends Type>, Integer> RANKS =
      Map.of(
          UuidType.class, 27,
          BoolType.class, 25,
          DateTimeType.class, 4,
          DateTime64Type.class, 3,
          FixedStringType.class, 2,
          StringType.class, 1);

  /** Longer than the words of Bool in quotes. */
  private static final int WORD = 8;

  private static final String OPENING = "[({";
  private static final String CLOSING = "])}";

  private final VariantType type;
  private final List<Member> members = new ArrayList<>();
  private final TextInput text = new TextInput();
  private final TextOutput value = new TextOutput();

  /** One type that a text may be a value of. */
  private record Member(Type type, CellReader reader, DynamicText.Writer writer) {}

  private VariantReaders(VariantType type, CellReader words, Function<Type, CellReader> readers) {
    this.type = type;
    for (Type member : ordered(type.members())) {
      CellReader reader = member.base() instanceof BoolType ? words : readers.apply(member);
      members.add(new Member(member, reader, new DynamicText.Writer(member)));
    }
  }

  /**
   * Reads all that is left of the text.
   *
   * @param nulls whether the word NULL is one, and no text
   */
  static CellReader whole(VariantType type, boolean nulls, Function<Type, CellReader> readers) {
    VariantReaders variants = new VariantReaders(type, VariantReaders::readWord, readers);
    return (in, out) -> {
      int from = in.position();
      int to = in.end();
      boolean word = nulls && in.skipWord("NULL") && in.atEnd();
      boolean sign = !nulls && to - from == 2 && in.isAhead("\\N");
      in.moveTo(to);
      if (word || sign) {
        out.appendDefault();
        return true;
      }
      return variants.read(in, from, to, out);
    };
  }

  /** As {@link #whole}, where no digits are a 0, which comes before a text. */
  static CellReader wholeOfCsv(VariantType type, Function<Type, CellReader> readers) {
    CellReader whole = whole(type, false, readers);
    CellReader nothing = nothing(type);
    return (in, out) -> in.atEnd() ? nothing.read(in, out) : whole.read(in, out);
  }

  /** No bytes: no digits are a 0, which comes before a text. */
  private static CellReader nothing(VariantType type) {
    TextOutput value = new TextOutput();
    for (Type member : ordered(type.members())) {
      Type base = member.base();
      if (base instanceof IntegerType || base instanceof StringType) {
        DynamicText.begin(member.name(), value).put(base instanceof IntegerType ? "0" : "");
        return (in, out) -> {
          out.appendBytes(value.data(), 0, value.length());
          return true;
        };
      }
    }
    return (in, out) -> {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "An empty text as a value of " + type.name() + " is not supported");
    };
  }

  /** Reads a value as JSON has it. */
  static CellReader json(VariantType type, Function<Type, CellReader> readers) {
    CellReader nothing = nothing(type);
    VariantReaders variants = new VariantReaders(type, VariantReaders::readWord, readers);
    return (in, out) -> {
      int from = in.position();
      if (!JsonText.skipValue(in, 0)) {
        return in.fail(
            ErrorCode.INCORRECT_DATA, "Cannot parse JSON: '" + in.text(from, in.end()) + "'");
      }
      if (in.position() - from == 2 && in.data()[from] == '"') {
        return nothing.read(in, out);
      }
      requireNoWord(type, in.text(from, Math.min(in.position(), from + WORD)));
      return variants.read(in, from, in.position(), out);
    };
  }

  /** A word in quotes is a number to the server where a member is one. */
  private static void requireNoWord(VariantType type, String text) {
    boolean word = text.equals("\"true\"") || text.equals("\"false\"");
    if (word && type.members().stream().anyMatch(member -> !isTextual(member))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The text " + text + " as a value of " + type.name() + " is not supported");
    }
  }

  private static boolean isTextual(Type member) {
    return member.base() instanceof StringType || !parts(member).isEmpty();
  }

  /** Reads a value as it stands in Values and within brackets. */
  static CellReader quoted(VariantType type, Function<Type, CellReader> readers) {
    VariantReaders variants = new VariantReaders(type, VariantReaders::readQuotedWord, readers);
    return (in, out) -> {
      int from = in.position();
      if (in.peek() != '\'' && in.skipWord("NULL")) {
        out.appendDefault();
        return true;
      }
      return skipQuoted(in) && variants.read(in, from, in.position(), out);
    };
  }

  /** Passes a text in quotes, what stands between brackets, or a number or word. */
  private static boolean skipQuoted(TextInput in) {
    if (in.peek() == '\'') {
      return skipText(in);
    }
    if (OPENING.indexOf(in.peek()) < 0) {
      while (isWord(in.peek())) {
        in.advance(1);
      }
      return true;
    }
    int depth = 0;
    do {
      int next = in.peek();
      if (next < 0) {
        return ContainerReaders.expect(in, ']');
      }
      if (next == '\'') {
        if (!skipText(in)) {
          return false;
        }
      } else {
        depth += OPENING.indexOf(next) >= 0 ? 1 : CLOSING.indexOf(next) >= 0 ? -1 : 0;
        in.advance(1);
      }
    } while (depth > 0);
    return true;
  }

  private static boolean isWord(int next) {
    return (next >= '0' && next <= '9')
        || (next >= 'a' && next <= 'z')
        || (next >= 'A' && next <= 'Z')
        || next == '.'
        || next == '-'
        || next == '+';
  }

  private static boolean skipText(TextInput in) {
    do { // a quote that stands twice is one of the text
      in.advance(1);
      while (!in.atEnd() && in.peek() != '\'') {
        in.advance(in.peek() == '\\' ? 2 : 1);
      }
      if (!ContainerReaders.expect(in, '\'')) {
        return false;
      }
    } while (in.peek() == '\'');
    return true;
  }

  /** Only the two words themselves are a Bool here. */
  private static boolean readWord(TextInput in, ColumnBuilder out) {
    boolean yes = in.isAhead("true");
    if (!yes && !in.isAhead("false")) {
      return in.fail(ErrorCode.CANNOT_PARSE_BOOL, "Cannot parse boolean value");
    }
    in.advance(yes ? 4 : 5);
    out.appendLong(yes ? 1 : 0);
    return true;
  }

  /** As {@link #readWord}, in quotes or without. */
  private static boolean readQuotedWord(TextInput in, ColumnBuilder out) {
    boolean quoted = in.skip('\'');
    return readWord(in, out) && (!quoted || ContainerReaders.expect(in, '\''));
  }

  /** Whether the server might read a time of a text that is none to the readers here. */
  private static boolean mayBeTime(Type type, byte[] data, int from, int to) {
    boolean time = type.base() instanceof DateTimeType || type.base() instanceof DateTime64Type;
    for (int at = from; time && at < to; at++) {
      if (TextInput.isDigit(data[at])) {
        return true;
      }
    }
    return false;
  }

  private boolean read(TextInput in, int from, int to, ColumnBuilder out) {
    for (Member member : members) {
      Column read = tryRead(member, in.data(), from, to);
      if (read != null) {
        value.reset();
        member.writer.write(read, 0, value);
        out.appendBytes(value.data(), 0, value.length());
        return true;
      }
      if (mayBeTime(member.type, in.data(), from, to)) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "The text "
                + in.text(from, to)
                + " as a value of "
                + type.name()
                + " is not supported");
      }
    }
    return in.fail(
        ErrorCode.INCORRECT_DATA,
        "Cannot parse value of type " + type.name() + " here: " + in.text(from, to));
  }

  private @Nullable Column tryRead(Member member, byte[] data, int from, int to) {
    ColumnBuilder one = ColumnBuilder.of(member.type);
    try {
      boolean read = member.reader.read(text.over(data, from, to), one) && text.atEnd();
      return read ? one.build() : null;
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.NOT_IMPLEMENTED)) {
        throw e;
      }
      return null;
    }
  }

  private static List<Type> ordered(List<Type> types) {
    List<Type> order = new ArrayList<>(types);
    Comparator<Type> eager =
        Comparator.comparingInt(VariantReaders::depth)
            .thenComparingInt(VariantReaders::rank)
            .thenComparingInt(VariantReaders::wrappers);
    order.sort(eager.reversed());
    return order;
  }

  private static List<Type> parts(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return List.of(array.element());
    }
    if (base instanceof MapType map) {
      return List.of(map.key(), map.value());
    }
    return base instanceof TupleType tuple ? tuple.elements() : List.of();
  }

  private static int depth(Type type) {
    Type base = type.base();
    boolean container =
        base instanceof ArrayType || base instanceof MapType || base instanceof TupleType;
    int deepest = parts(type).stream().mapToInt(VariantReaders::depth).max().orElse(0);
    boolean empty = base instanceof TupleType tuple && tuple.elements().isEmpty();
    return container && !empty ? 1 + deepest : 0;
  }

  /** How many times Nullable and LowCardinality stand around what is not a container. */
  private static int wrappers(Type type) {
    int own = (type instanceof LowCardinalityType ? 1 : 0) + (type.isNullable() ? 1 : 0);
    return own + parts(type).stream().mapToInt(VariantReaders::wrappers).max().orElse(0);
  }

  private static int rank(Type type) {
    Type base = type.base();
    int parts = parts(type).stream().mapToInt(VariantReaders::rank).sum();
    if (base instanceof ArrayType) {
      return 33 + parts;
    }
    if (base instanceof TupleType) {
      return 32 + parts;
    }
    return base instanceof MapType ? 31 + parts : ofScalar(base);
  }

  /** The larger, the earlier a type is tried. */
  private static int ofScalar(Type base) {
    if (base instanceof IntegerType integer) {
      return 24
          - 2 * Integer.numberOfTrailingZeros(integer.bits() / 8)
          - (integer.signed() ? 0 : 1);
    }
    if (base instanceof DecimalType decimal) {
      return 12 - Integer.numberOfTrailingZeros(decimal.bits() / 32);
    }
    if (base instanceof EnumType names) {
      return names.bits() == 8 ? 29 : 28;
    }
    if (base instanceof IpType ip) {
      return ip.version() == 4 ? 26 : 25;
    }
    if (base instanceof FloatType) {
      return base.equals(FloatType.FLOAT32) ? 8 : 7;
    }
    if (base instanceof DateType) {
      return base.equals(DateType.DATE) ? 6 : 5;
    }
    return RANKS.getOrDefault(base.getClass(), 0);
  }
}
