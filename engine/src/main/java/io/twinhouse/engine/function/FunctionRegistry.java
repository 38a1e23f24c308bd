// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.common.BrainFloats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every function that Twinhouse knows, by name. Immutable and thread-safe. Names follow
 * ClickHouse's case rules; NULL and LowCardinality arguments are treated as each function's traits
 * say before the function sees them.
 */
public final class FunctionRegistry {

  /** Larger values are computed while the query runs, on its account. */
  private static final long MOST_CONSTANT_BYTES = 32L << 20;

  /** As large as what is written in the query. */
  private static final Set<String> COLLECTIONS = Set.of("array", "tuple", "map");

  private static final long MOST_FOLDING_BYTES = 256L << 20;

  private final NameIndex<ScalarFunction> scalars = new NameIndex<>();
  private final NameIndex<AggregateFunction> aggregates = new NameIndex<>();
  private final List<AggregateCombinator> combinators = new ArrayList<>();

  private FunctionRegistry(Iterable<FunctionLibrary> libraries) {
    for (FunctionLibrary library : libraries) {
      library.scalars().forEach(f -> scalars.add(f.name(), f.traits(), f));
      library.aggregates().forEach(f -> aggregates.add(f.name(), f.traits(), f));
      combinators.addAll(library.combinators());
    }
    combinators.sort(Comparator.comparingInt(c -> -c.suffix().length()));
  }

  /** All functions found on the class path. */
  public static FunctionRegistry standard() {
    return Standard.INSTANCE;
  }

  /** The functions of {@code libraries} alone. */
  public static FunctionRegistry of(Iterable<FunctionLibrary> libraries) {
    return new FunctionRegistry(libraries);
  }

  /** The scalar function called {@code name}, in any spelling that ClickHouse accepts. */
  public Optional<ScalarFunction> scalar(String name) {
    return Optional.ofNullable(scalars.find(name));
  }

  /** The aggregate function called {@code name} without a combinator. */
  public Optional<AggregateFunction> aggregate(String name) {
    return Optional.ofNullable(aggregates.find(name));
  }

  /** Whether {@code name} is an aggregate function, combinators included. */
  public boolean isAggregate(String name) {
    return aggregates.find(name) != null || combinatorOf(name) != null;
  }

  /** All scalar functions, each once. */
  public Collection<ScalarFunction> scalars() {
    return scalars.entries();
  }

  /** All aggregate functions without combinators, each once. */
  public Collection<AggregateFunction> aggregates() {
    return aggregates.entries();
  }

  /** All combinators. */
  public List<AggregateCombinator> combinators() {
    return List.copyOf(combinators);
  }

  /**
   * Binds a call of a scalar function.
   *
   * @throws TwinhouseException UNKNOWN_FUNCTION, or what the function says of its arguments
   */
  public BoundFunction bindScalar(String name, List<Argument> arguments, BindContext context) {
    ScalarFunction function = scalars.find(name);
    if (function == null) {
      throw unknown(name);
    }
    List<Argument> taken =
        arguments.stream()
            .map(given -> given.as(BrainFloats.scalar(function.name(), given.type())))
            .toList();
    String reader = NullableTexts.reader(function.name(), taken);
    ScalarFunction bound = reader == null ? null : scalars.find(reader);
    return ScalarBinding.bind(bound == null ? function : bound, taken, context);
  }

  /**
   * Binds a call of an aggregate function, combinators included.
   *
   * @param parameters the constants of {@code f(parameters)(arguments)}
   * @throws TwinhouseException UNKNOWN_FUNCTION, or what the function says of its arguments
   */
  public BoundAggregate bindAggregate(
      String name, List<Argument> parameters, List<Argument> arguments, BindContext context) {
    return new AggregateBinding(this, context).bind(name, parameters, arguments);
  }

  /**
   * The value of a call as a column of one row when it can be known while planning: all arguments
   * are constants, or the function knows its value without them. Else null.
   */
  public @Nullable Column fold(
      ScalarFunction function, BoundFunction bound, List<Argument> arguments) {
    Column constant = bound.constant();
    FunctionTraits traits = function.traits();
    if (constant != null || !traits.deterministic() || !traits.folded()) {
      return constant;
    }
    Column[] columns = new Column[arguments.size()];
    for (int i = 0; i < columns.length; i++) {
      Column value = arguments.get(i).constant();
      if (value == null) {
        return null;
      }
      columns[i] = value;
    }
    try (MemoryContext memory = MemoryContext.root("constant", MOST_FOLDING_BYTES);
        Scratch scratch = new Scratch(new Reservation(memory))) {
      Column result = bound.evaluate(new ColumnInvocation(columns, 1, scratch));
      Column one = result.flatten().gather(new int[1], 1);
      boolean kept = one.retainedBytes() <= MOST_CONSTANT_BYTES;
      return kept || COLLECTIONS.contains(function.name()) ? one : null;
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.MEMORY_LIMIT_EXCEEDED)) {
        return null;
      }
      throw e;
    }
  }

  /** Whether the aggregate function called {@code name}, combinators included, has a trait. */
  public boolean has(String name, AggregateTrait trait) {
    AggregateFunction function = aggregates.find(name);
    if (function != null) {
      return function.has(trait);
    }
    AggregateCombinator combinator = combinatorOf(name);
    return combinator != null && combinator.has(trait, has(nestedName(name, combinator), trait));
  }

  @Nullable AggregateCombinator combinatorOf(String name) {
    for (AggregateCombinator combinator : combinators) {
      if (name.endsWith(combinator.suffix()) && isAggregate(nestedName(name, combinator))) {
        return combinator;
      }
    }
    return null;
  }

  static String nestedName(String name, AggregateCombinator combinator) {
    return name.substring(0, name.length() - combinator.suffix().length());
  }

  TwinhouseException unknown(String name) {
    return new TwinhouseException(
        ErrorCode.UNKNOWN_FUNCTION, "Function with name `" + name + "` does not exist.");
  }

  private static final class Standard {
    static final FunctionRegistry INSTANCE =
        new FunctionRegistry(
            ServiceLoader.load(FunctionLibrary.class, FunctionLibrary.class.getClassLoader()));
  }
}
