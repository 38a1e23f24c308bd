// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.define;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** A call of an aggregate function that is being bound, and the refusals that all share. */
public record AggregateSite(String name, List<Argument> parameters, List<Argument> arguments) {

  public AggregateSite {
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  public int size() {
    return arguments.size();
  }

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

  /** Refuses parameters. */
  public AggregateSite plain() {
    if (!parameters.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.AGGREGATE_FUNCTION_DOESNT_ALLOW_PARAMETERS,
          "Aggregate function " + name + " cannot have parameters");
    }
    return this;
  }

  /** Refuses any other number of arguments than one. */
  public AggregateSite unary() {
    return arity(1, "single argument");
  }

  /** Refuses any other number of arguments than two. */
  public AggregateSite binary() {
    return arity(2, "two arguments");
  }

  private AggregateSite arity(int count, String wanted) {
    if (arguments.size() != count) {
      throw wrongCount("Aggregate function " + name + " requires " + wanted);
    }
    return this;
  }

  /** The refusal of the number of arguments or parameters. */
  public TwinhouseException wrongCount(String message) {
    return new TwinhouseException(ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH, message);
  }

  /** The refusal of argument {@code index}'s type. */
  public TwinhouseException illegal(int index) {
    return new TwinhouseException(
        ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
        "Illegal type " + type(index).name() + " of argument for aggregate function " + name);
  }

  public TwinhouseException badArguments(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  /** The refusal of what ClickHouse can do and Twinhouse cannot. */
  public TwinhouseException notImplemented(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Aggregate function " + name + " is not implemented for " + what);
  }

  /** Whether parameter {@code index} is an integer of up to 64 bits. */
  public boolean isIntegerParameter(int index) {
    Argument parameter = parameters.get(index);
    return parameter.type().lane() == Lane.LONG
        && parameter.type().base() instanceof io.twinhouse.engine.type.IntegerType;
  }

  /** A parameter of the LONG lane. */
  public long longParameter(int index) {
    if (value(index) instanceof LongColumn longs) {
      return longs.values()[0];
    }
    throw notImplemented("a parameter of type " + parameters.get(index).type().name());
  }

  /** A parameter that is a number, as Float64. */
  public double doubleParameter(int index) {
    Column value = value(index);
    if (value instanceof DoubleColumn doubles) {
      return doubles.values()[0];
    }
    if (value instanceof LongColumn longs) {
      return longs.values()[0];
    }
    throw badArguments("Parameter " + (index + 1) + " of " + name + " must be a number");
  }

  private Column value(int index) {
    Column constant = parameters.get(index).constant();
    if (constant == null) {
      throw new TwinhouseException(
          ErrorCode.PARAMETERS_TO_AGGREGATE_FUNCTIONS_MUST_BE_LITERALS,
          "Parameter " + (index + 1) + " of aggregate function " + name + " must be a literal");
    }
    return constant.flatten();
  }
}
