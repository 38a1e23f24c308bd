// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.FunctionRegistry;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.Scratch;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.convert.DynamicRows;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A function over Dynamic arguments: rows are taken together by the types that their values have,
 * and for each of these the function is bound and run. A row with NULL in such an argument has NULL
 * as its result. Thread-safe.
 */
public final class DynamicBinding implements BoundFunction {

  private final FunctionRegistry registry;
  private final String name;
  private final List<Argument> arguments;
  private final BindContext context;
  private final Type result;
  private final Map<List<Type>, BoundFunction> bound = new ConcurrentHashMap<>();

  private DynamicBinding(
      FunctionRegistry registry,
      String name,
      List<Argument> arguments,
      BindContext context,
      Type result) {
    this.registry = registry;
    this.name = name;
    this.arguments = List.copyOf(arguments);
    this.context = context;
    this.result = result;
  }

  /**
   * Binds a call, over whatever types.
   *
   * @param name of a function as the registry spells it
   * @throws TwinhouseException NOT_IMPLEMENTED for functions of whose Dynamic arguments it is not
   *     known what the server does; or what the function says of its arguments
   */
  public static BoundFunction bind(
      FunctionRegistry registry, String name, List<Argument> arguments, BindContext context) {
    boolean any = arguments.stream().anyMatch(a -> !a.isLambda() && a.type().base().carriesType());
    boolean within = arguments.stream().anyMatch(a -> holdsDynamic(a.type().base()));
    if (!(any || within)
        || AdaptedFunctions.takesAsIs(name)
        || (!any && AdaptedFunctions.takesApart(name))) {
      return registry.bindScalar(name, arguments, context);
    }
    List<Argument> variants =
        arguments.stream().filter(a -> a.type() instanceof VariantType).toList();
    if (!variants.isEmpty() && !within) {
      return new DynamicBinding(
          registry, name, arguments, context, ofMembers(registry, name, arguments, context));
    }
    Type result = AdaptedFunctions.result(name);
    boolean variant = arguments.stream().anyMatch(a -> a.type().name().contains("Variant("));
    if (any && AdaptedFunctions.isRefused(name) && !variant) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type Dynamic of argument of function " + name);
    }
    if (result == null || within || variant) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Function "
              + name
              + " over Dynamic values is not supported; cast them, as in CAST(path,"
              + " 'Nullable(String)'), or name a type, as in path.:Int64");
    }
    Type limited =
        result instanceof DynamicType
            ? DynamicType.common(arguments.stream().map(Argument::type).toList())
            : result;
    return new DynamicBinding(registry, name, arguments, context, limited);
  }

  /** The type of the results over each member, or a Variant of them. */
  private static Type ofMembers(
      FunctionRegistry registry, String name, List<Argument> arguments, BindContext context) {
    if (!AdaptedFunctions.adaptsVariant(name)) {
      throw refused(name + " over values of type Variant");
    }
    List<Type> results = new ArrayList<>();
    int place = -1;
    for (int a = 0; a < arguments.size(); a++) {
      if (arguments.get(a).type().carriesType()) {
        if (place >= 0) {
          throw refused(name + " over two values of type Variant or Dynamic");
        }
        place = a;
      }
    }
    VariantType variant = (VariantType) arguments.get(place).type();
    for (Type member : variant.members()) {
      List<Argument> typed = new ArrayList<>(arguments);
      typed.set(place, Argument.of(member));
      Type over = resultOver(registry, name, typed, context);
      if (over == null) {
        throw refused(name + " over " + variant.name() + ", not for its " + member.name());
      }
      results.add(over);
    }
    List<Type> plain = results.stream().map(t -> t.base()).distinct().toList();
    Type result = plain.size() == 1 ? plain.get(0).toNullable() : VariantType.of(results);
    if (!result.isNullable() && !result.carriesType()) {
      throw refused(name + " over " + variant.name());
    }
    return result;
  }

  /** Null if the call can not be bound, or never be computed. */
  private static @Nullable Type resultOver(
      FunctionRegistry registry, String name, List<Argument> arguments, BindContext context) {
    try {
      BoundFunction function = registry.bindScalar(name, arguments, context);
      return function.failure() == null ? function.returnType() : null;
    } catch (TwinhouseException e) {
      return null;
    }
  }

  private static TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "Function "
            + what
            + " is not supported; cast the Variant, as in CAST(v, 'Nullable(String)'), or take the"
            + " values of one type, as in v.Int64");
  }

  private static boolean holdsDynamic(Type type) {
    if (type instanceof ArrayType array) {
      return isOrHolds(array.element().base());
    }
    if (type instanceof MapType map) {
      return isOrHolds(map.value().base());
    }
    return type instanceof TupleType tuple
        && tuple.elements().stream().anyMatch(e -> isOrHolds(e.base()));
  }

  private static boolean isOrHolds(Type type) {
    return type.carriesType() || holdsDynamic(type);
  }

  @Override
  public Type returnType() {
    return result;
  }

  @Override
  public Column evaluate(Invocation call) {
    @Nullable DynamicRows[] dynamic = new DynamicRows[arguments.size()];
    for (int a = 0; a < dynamic.length; a++) {
      if (arguments.get(a).type().base().carriesType()) {
        dynamic[a] = DynamicRows.of(call.argument(a));
      }
    }
    int rows = call.rows();
    int[] groupOf = new int[rows];
    int[] placeOf = new int[rows];
    List<int[]> groups = groups(dynamic, groupOf, placeOf);
    Column[] results = new Column[groups.size()];
    for (int g = 0; g < results.length; g++) {
      results[g] = evaluate(call, dynamic, groups.get(g));
    }
    return DynamicRows.assemble(results, result, groupOf, placeOf);
  }

  /** The rows of each combination of types. */
  private static List<int[]> groups(@Nullable DynamicRows[] dynamic, int[] groupOf, int[] placeOf) {
    Map<List<Integer>, Integer> known = new HashMap<>();
    List<int[]> rows = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (int row = 0; row < groupOf.length; row++) {
      List<Integer> types = new ArrayList<>();
      for (@Nullable DynamicRows argument : dynamic) {
        if (argument != null) {
          types.add(argument.groupOf()[row]);
        }
      }
      if (types.contains(-1)) {
        groupOf[row] = -1;
        continue;
      }
      int group = known.computeIfAbsent(types, t -> known.size());
      if (group == rows.size()) {
        rows.add(new int[16]);
        sizes.add(0);
      }
      int place = sizes.get(group);
      if (place == rows.get(group).length) {
        rows.set(group, Arrays.copyOf(rows.get(group), place * 2));
      }
      rows.get(group)[place] = row;
      sizes.set(group, place + 1);
      groupOf[row] = group;
      placeOf[row] = place;
    }
    for (int g = 0; g < rows.size(); g++) {
      rows.set(g, Arrays.copyOf(rows.get(g), sizes.get(g)));
    }
    return rows;
  }

  /** The result for rows of one combination of types. */
  private Column evaluate(Invocation call, @Nullable DynamicRows[] dynamic, int[] rows) {
    Column[] columns = new Column[dynamic.length];
    List<Argument> typed = new ArrayList<>();
    for (int a = 0; a < columns.length; a++) {
      DynamicRows values = dynamic[a];
      if (values == null) {
        columns[a] = call.argument(a).gather(rows, rows.length);
        typed.add(arguments.get(a));
        continue;
      }
      DynamicRows.Group group = values.groups().get(values.groupOf()[rows[0]]);
      int[] places = new int[rows.length];
      for (int i = 0; i < places.length; i++) {
        places[i] = values.placeOf()[rows[i]];
      }
      columns[a] = group.values().gather(places, places.length);
      typed.add(Argument.of(group.type()));
    }
    List<Type> types = typed.stream().map(Argument::type).toList();
    BoundFunction function =
        bound.computeIfAbsent(types, t -> registry.bindScalar(name, typed, context));
    Scratch scratch = call.scratch().keep(TypedScratch.class, TypedScratch::new).of(types);
    Column value = function.evaluate(new ColumnInvocation(columns, rows.length, scratch));
    return result instanceof VariantType
        ? Conversions.toCommon(function.returnType(), result, context.zone()).convert(value)
        : Conversions.of(function.returnType(), result, context).convert(value);
  }

  /** What functions keep from batch to batch fits the types that they are bound for. */
  private static final class TypedScratch {

    private final Reservation memory;
    private final Map<List<Type>, Scratch> scratches = new HashMap<>();

    TypedScratch(Reservation memory) {
      this.memory = memory;
    }

    Scratch of(List<Type> types) {
      return scratches.computeIfAbsent(types, t -> new Scratch(memory));
    }
  }
}
