// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.HigherOrderFunction;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Functions under one heading of the documentation, written down one entry after the other. */
public final class FunctionFamily {

  /** For what hangs on types alone. */
  private final String title;

  private final List<ScalarFunction> functions = new ArrayList<>();

  public FunctionFamily(String title) {
    this.title = title;
  }

  /** A function with the usual traits. */
  public FunctionFamily add(String name, Binder binder) {
    return add(name, UnaryOperator.identity(), binder);
  }

  /** A function whose traits differ from the usual ones as {@code traits} says. */
  public FunctionFamily add(String name, UnaryOperator<FunctionTraits> traits, Binder binder) {
    functions.add(new Entry(name, traits.apply(FunctionTraits.of(title)), binder));
    return this;
  }

  /** A function that refuses some arguments, by their types as they are given, beforehand. */
  public FunctionFamily addChecked(String name, Consumer<CallSite> check, Binder binder) {
    return addChecked(name, UnaryOperator.identity(), check, binder);
  }

  /** The same for one whose traits differ from the usual ones. */
  public FunctionFamily addChecked(
      String name, UnaryOperator<FunctionTraits> traits, Consumer<CallSite> check, Binder binder) {
    functions.add(new CheckedEntry(name, traits.apply(FunctionTraits.of(title)), check, binder));
    return this;
  }

  /** A function whose first argument may be a lambda over what {@code parameters} says. */
  public FunctionFamily addHigherOrder(String name, LambdaTypes parameters, Binder binder) {
    FunctionTraits traits = FunctionTraits.of(title).literalNulls().ownLowCardinality();
    functions.add(new HigherOrderEntry(name, traits, parameters, binder));
    return this;
  }

  public List<ScalarFunction> functions() {
    return List.copyOf(functions);
  }

  /** Types of a lambda's parameters, from the arguments behind the lambda. */
  @FunctionalInterface
  public interface LambdaTypes {
    List<Type> of(CallSite rest, int parameterCount);
  }

  private record Entry(String name, FunctionTraits traits, Binder binder)
      implements ScalarFunction {
    @Override
    public void checkCount(int given) {
      CallSite.checkCount(name, given, binder);
    }

    @Override
    public BoundFunction bind(List<Argument> arguments, BindContext context) {
      return binder.bind(new CallSite(name, arguments, context));
    }
  }

  private record CheckedEntry(
      String name, FunctionTraits traits, Consumer<CallSite> check, Binder binder)
      implements ScalarFunction {
    @Override
    public void checkCount(int given) {
      CallSite.checkCount(name, given, binder);
    }

    @Override
    public void checkGiven(List<Argument> arguments) {
      check.accept(new CallSite(name, arguments, CallSite.NOWHERE));
    }

    @Override
    public BoundFunction bind(List<Argument> arguments, BindContext context) {
      return binder.bind(new CallSite(name, arguments, context));
    }
  }

  private record HigherOrderEntry(
      String name, FunctionTraits traits, LambdaTypes parameters, Binder binder)
      implements HigherOrderFunction {
    @Override
    public BoundFunction bind(List<Argument> arguments, BindContext context) {
      return binder.bind(new CallSite(name, arguments, context));
    }

    @Override
    public List<Type> lambdaParameters(int parameterCount, List<Argument> rest) {
      CallSite call = new CallSite(name, rest, CallSite.NOWHERE);
      return parameters.of(call, parameterCount);
    }
  }
}
