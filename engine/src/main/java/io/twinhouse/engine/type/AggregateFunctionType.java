// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * AggregateFunction(f(params), T...) and SimpleAggregateFunction(f, T): the former holds a state as
 * bytes, the latter travels as its value type.
 */
public record AggregateFunctionType(
    boolean simple, String function, List<String> parameters, List<Type> arguments)
    implements Type {

  private static final Set<String> COUNTS = Set.of("count", "countIf");
  private static final Pattern BOOL = Pattern.compile("\\bBool\\b");

  /** What the type needs to know of the functions whose states it names; by ServiceLoader. */
  public interface StateOrder {

    /**
     * Whether the entries of a state stand in the order in which the server has them, so that
     * states are the same byte for byte.
     *
     * @param function its name, suffixes included
     */
    boolean isServers(String function);
  }

  /** The functions whose plain results merge. */
  private static final List<String> MERGING =
      List.of(
          ("any any_respect_nulls anyLast anyLast_respect_nulls min max sum sumWithOverflow"
                  + " groupBitAnd groupBitOr groupBitXor sumMap minMap maxMap groupArrayArray"
                  + " groupArrayLastArray groupUniqArrayArray groupUniqArrayArrayMap"
                  + " sumMappedArrays minMappedArrays maxMappedArrays")
              .split(" "));

  /** Other names of those, in whatever case they are written. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("min", "min"),
          Map.entry("max", "max"),
          Map.entry("sum", "sum"),
          Map.entry("first_value", "any"),
          Map.entry("any_value", "any"),
          Map.entry("last_value", "anyLast"),
          Map.entry("first_value_respect_nulls", "any_respect_nulls"),
          Map.entry("any_value_respect_nulls", "any_respect_nulls"),
          Map.entry("last_value_respect_nulls", "anyLast_respect_nulls"),
          Map.entry("bit_and", "groupBitAnd"),
          Map.entry("bit_or", "groupBitOr"),
          Map.entry("bit_xor", "groupBitXor"));

  public AggregateFunctionType {
    function =
        simple ? OTHER_NAMES.getOrDefault(function.toLowerCase(Locale.ROOT), function) : function;
    parameters = List.copyOf(parameters);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String name() {
    String call = parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")";
    String types = arguments.stream().map(t -> ", " + t.name()).collect(Collectors.joining());
    return (simple ? "SimpleAggregateFunction(" : "AggregateFunction(")
        + function
        + call
        + types
        + ")";
  }

  /**
   * Refuses a SimpleAggregateFunction of a function whose results do not merge.
   *
   * @throws TwinhouseException BAD_ARGUMENTS
   */
  public void checkMerging() {
    if (simple && !MERGING.contains(function)) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Unsupported aggregate function "
              + function
              + ", supported functions are "
              + String.join(",", MERGING));
    }
  }

  /**
   * Whether a state of this type is one of {@code other} as it stands: all counts are the same
   * number, and a Bool is kept as a UInt8.
   */
  public boolean sharesStatesWith(AggregateFunctionType other) {
    if (simple || other.simple) {
      return false;
    }
    if (COUNTS.contains(function) && COUNTS.contains(other.function)) {
      return true;
    }
    return function.equals(other.function)
        && parameters.equals(other.parameters)
        && keptAs(arguments).equals(keptAs(other.arguments));
  }

  private static List<String> keptAs(List<Type> types) {
    return types.stream().map(t -> BOOL.matcher(t.name()).replaceAll("UInt8")).toList();
  }

  /**
   * Refuses to show the bytes of states whose entries stand in the order of the server's tables,
   * which is not kept here: as states they say the same, as bytes they may differ.
   */
  public void checkShown() {
    if (!simple && !Orders.ALL.stream().allMatch(order -> order.isServers(function))) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "The bytes of states of "
              + function
              + " are not shown, since their order is not the server's; use finalizeAggregation or"
              + " the suffix Merge, or the formats Native and RowBinary to hand states on");
    }
  }

  /** Loaded when states are first shown, which is seldom. */
  private static final class Orders {
    static final List<StateOrder> ALL =
        ServiceLoader.load(StateOrder.class, StateOrder.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
  }

  /** Whether values of a type are states or hold some, which have no order. */
  public static boolean isIn(Type type) {
    Type base = type.base();
    if (base instanceof ArrayType array) {
      return isIn(array.element());
    }
    if (base instanceof TupleType tuple) {
      return tuple.elements().stream().anyMatch(AggregateFunctionType::isIn);
    }
    if (base instanceof MapType map) {
      return isIn(map.value());
    }
    return base instanceof AggregateFunctionType states && !states.simple;
  }

  @Override
  public boolean isOpaque() {
    return !simple || arguments.get(0).isOpaque();
  }

  @Override
  public Lane lane() {
    return simple ? arguments.get(0).lane() : Lane.BYTES;
  }

  /** What a SimpleAggregateFunction holds is a plain value. */
  @Override
  public Type base() {
    return simple ? arguments.get(0).base() : this;
  }

  @Override
  public boolean isNullable() {
    return simple && arguments.get(0).isNullable();
  }

  @Override
  public boolean canBeNullable() {
    return false;
  }
}
