// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call that is being bound: its arguments, and the refusals that all functions share. */
public final class CallSite {

  static final BindContext NOWHERE =
      new BindContext(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC, "", "", setting -> "");

  private final String name;
  private final List<Argument> arguments;
  private final BindContext context;

  public CallSite(String name, List<Argument> arguments, BindContext context) {
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.context = context;
  }

  private CallSite(String name, Uncounted arguments) {
    this.name = name;
    this.arguments = arguments;
    this.context = NOWHERE;
  }

  /**
   * Refuses another number of arguments than the one that {@code binder} always wants; nothing
   * where it takes several.
   */
  static void checkCount(String name, int given, Binder binder) {
    try {
      binder.bind(new CallSite(name, new Uncounted(given)));
    } catch (Uncounted.Asked e) {
      if (e.refusal() != null) {
        throw e.refusal();
      }
    } catch (TwinhouseException e) {
      // Said of what the arguments are, which is not known here.
    }
  }

  public String name() {
    return name;
  }

  public BindContext context() {
    return context;
  }

  public List<Argument> arguments() {
    return arguments;
  }

  public int size() {
    return arguments.size();
  }

  public Argument argument(int index) {
    return arguments.get(index);
  }

  /** The type of an argument as the function sees it. */
  public Type type(int index) {
    return arguments.get(index).type();
  }

  /** The type of an argument without Nullable and LowCardinality. */
  public Type base(int index) {
    return arguments.get(index).type().base();
  }

  public List<Type> types() {
    return arguments.stream().map(Argument::type).toList();
  }

  /** Refuses any other number of arguments than {@code count}. */
  public CallSite arity(int count) {
    if (arguments instanceof Uncounted) {
      throw new Uncounted.Asked(arguments.size() == count ? null : wrongCount(count, count));
    }
    return arity(count, count);
  }

  /**
   * Refuses fewer arguments than {@code least} or more than {@code most}. Where it could be several
   * the server counts them behind NULLs, for some functions even if it is one number.
   */
  public CallSite arity(int least, int most) {
    int given = arguments.size();
    if (arguments instanceof Uncounted) {
      throw new Uncounted.Asked(null);
    }
    if (given < least || given > most) {
      throw wrongCount(least, most);
    }
    return this;
  }

  private TwinhouseException wrongCount(int least, int most) {
    String wanted =
        least == most
            ? String.valueOf(least)
            : most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
    return new TwinhouseException(
        ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
        "Number of arguments for function "
            + name
            + " doesn't match: passed "
            + arguments.size()
            + ", should be "
            + wanted);
  }

  /** The refusal of argument {@code index}'s type. */
  public TwinhouseException illegal(int index) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Illegal type " + type(index).name() + " of argument of function " + name);
  }

  /** The refusal of all argument types together. */
  public TwinhouseException illegal() {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Illegal types "
            + arguments.stream().map(a -> a.type().name()).collect(Collectors.joining(", "))
            + " of arguments of function "
            + name);
  }

  /** A refusal with another code. */
  public TwinhouseException refuse(ErrorCode code, String message) {
    return new TwinhouseException(code, message);
  }

  /** The constant time zone in argument {@code index}; null without one or when it is empty. */
  public @Nullable String zone(int index) {
    if (size() <= index) {
      return null;
    }
    String zone = constantText(index);
    try {
      return zone.isEmpty() ? null : ZoneId.of(zone).getId();
    } catch (DateTimeException unknown) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Cannot load time zone " + zone, unknown);
    }
  }

  /** The same where an empty name is refused; null without the argument. */
  public @Nullable String namedZone(int index) {
    if (size() > index && constantText(index).isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Provided time zone must be non-empty and be a valid time zone");
    }
    return zone(index);
  }

  /** The constant text in argument {@code index} as a type names its zone; null when empty. */
  public @Nullable String zoneOfType(int index) {
    String zone = constantText(index);
    return zone.isEmpty() ? null : zone;
  }

  /** The refusal of what ClickHouse can do and Twinhouse cannot. */
  public TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED, "Function " + name + " is not implemented for " + what);
  }

  /** Refuses argument {@code index} unless it is a String or FixedString. */
  public CallSite text(int index) {
    if (!isText(base(index))) {
      throw illegal(index);
    }
    return this;
  }

  public static boolean isText(Type base) {
    return base instanceof StringType || base instanceof FixedStringType;
  }

  /** Refuses argument {@code index} unless it is a String: a FixedString is none here. */
  public CallSite string(int index) {
    if (!(base(index) instanceof StringType)) {
      throw illegal(index);
    }
    return this;
  }

  /** Refuses argument {@code index} where it is a FixedString, by the code for its column. */
  public CallSite noFixedString(int index) {
    if (base(index) instanceof FixedStringType) {
      throw refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Illegal column " + type(index).name() + " of argument of function " + name);
    }
    return this;
  }

  /** Refuses argument {@code index} unless it is an integer of up to 64 bits. */
  public CallSite integer(int index) {
    if (!(base(index) instanceof IntegerType) || base(index).lane() != Lane.LONG) {
      throw illegal(index);
    }
    return this;
  }

  /** The constant text that argument {@code index} must be, read as UTF-8. */
  public String constantText(int index) {
    return constantTexts(index).string(0);
  }

  /** The bytes of the constant text that argument {@code index} must be. */
  public byte[] constantBytes(int index) {
    return constantTexts(index).bytes(0);
  }

  private BytesColumn constantTexts(int index) {
    Column value = arguments.get(index).constant();
    if (value == null || !isText(base(index))) {
      throw new TwinhouseException(
          isText(base(index)) ? ErrorCode.ILLEGAL_COLUMN : ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument "
              + (index + 1)
              + " of function "
              + name
              + " must be a constant String, got "
              + type(index).name());
    }
    return (BytesColumn) value.flatten();
  }

  /** The constant integer that argument {@code index} must be. */
  public long constantLong(int index) {
    Column value = arguments.get(index).constant();
    if (value == null || base(index).lane() != Lane.LONG) {
      throw new TwinhouseException(
          base(index).lane() == Lane.LONG
              ? ErrorCode.ILLEGAL_COLUMN
              : ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Argument "
              + (index + 1)
              + " of function "
              + name
              + " must be a constant integer, got "
              + type(index).name());
    }
    return ((LongColumn) value.flatten()).values()[0];
  }

  /** The value of argument {@code index} if it is known while planning. */
  public @Nullable Column constant(int index) {
    return arguments.get(index).constant();
  }
}
