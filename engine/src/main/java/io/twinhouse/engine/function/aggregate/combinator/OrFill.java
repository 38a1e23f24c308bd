// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.combinator;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Accumulator;
import io.twinhouse.engine.function.AggregateCombinator.Nested;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.RowPass;
import io.twinhouse.engine.function.StateReader;
import io.twinhouse.engine.function.aggregate.state.GroupFlags;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.AggregateFunctionType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import java.util.Set;

/** -OrNull and -OrDefault: what a group without rows is. */
record OrFill(BoundAggregate nested, Type returnType) implements BoundAggregate {

  /** Functions that say of no value what a group without rows has by default. */
  private static final Set<String> SAME_WITHOUT_ROWS =
      Set.of("sum", "sumWithOverflow", "min", "max", "any", "anyLast", "groupArray");

  static BoundAggregate bind(
      Nested nested, List<Argument> parameters, List<Argument> arguments, boolean withNull) {
    BoundAggregate bound = nested.bind(parameters, arguments);
    String name = nested.canonicalName();
    if (name.endsWith("If") && minds(name, bound.returnType(), withNull)) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Suffix "
              + (withNull ? "OrNull" : "OrDefault")
              + " behind If is not implemented for "
              + name);
    }
    // A condition under this suffix decides which rows there are, so that it goes around it.
    return bound instanceof Conditioned conditioned
        ? new Conditioned(of(conditioned.nested(), withNull))
        : of(bound, withNull);
  }

  /**
   * Whether the server tells groups without rows from those of which no row passes the condition:
   * the latter have what the function says of no value, 0 for counts and nan for means.
   */
  private static boolean minds(String name, Type result, boolean withNull) {
    if (name.startsWith("uniq") || name.startsWith("count")) {
      return true;
    }
    String plain = name.endsWith("If") ? name.substring(0, name.length() - 2) : name;
    return withNull ? !result.base().canBeNullable() : !SAME_WITHOUT_ROWS.contains(plain);
  }

  private static BoundAggregate of(BoundAggregate nested, boolean withNull) {
    Type type = nested.returnType();
    if (type instanceof AggregateFunctionType) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "States under the suffixes OrNull and OrDefault are not implemented; put State last");
    }
    if (withNull && type.base() instanceof TupleType) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Suffix OrNull is not implemented for the result type " + type.name());
    }
    return new OrFill(nested, withNull ? type.toNullable() : type);
  }

  @Override
  public Accumulator newAccumulator(Reservation memory) {
    boolean nulls = returnType.isNullable();
    return new States(nested.newAccumulator(memory), nulls, nested.returnType(), memory);
  }

  private static final class States extends Wrapped {
    private final boolean withNull;
    private final Type type;
    private final GroupFlags seen;

    States(Accumulator nested, boolean withNull, Type type, Reservation memory) {
      super(nested);
      this.withNull = withNull;
      this.type = type;
      seen = new GroupFlags(memory);
    }

    @Override
    public void resize(int groups) {
      super.resize(groups);
      seen.resize(groups);
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows) {
      add(arguments, groups, rows, RowPass.EACH);
    }

    @Override
    public void add(Column[] arguments, int[] groups, int rows, RowPass pass) {
      // Arrays that another function is asked of the server takes apart row by row.
      nested.add(arguments, groups, rows, nested instanceof Unnested ? RowPass.EACH : pass);
      boolean[] met = seen.values();
      for (int row = 0; row < rows; row++) {
        if (groups[row] >= 0) {
          met[groups[row]] = true;
        }
      }
    }

    @Override
    public void merge(Accumulator other, int[] target, int groups) {
      super.merge(other, target, groups);
      boolean[] others = ((States) other).seen.values();
      for (int group = 0; group < groups; group++) {
        seen.values()[target[group]] |= others[group];
      }
    }

    @Override
    public Column results(int from, int count) {
      Column values = nested.results(from, count);
      boolean[] missing = seen.clearMask(from, count);
      if (missing == null) {
        return values;
      }
      if (!withNull) {
        return withDefaults(values, missing, count);
      }
      for (int i = 0; i < count; i++) {
        missing[i] |= values.isNull(i);
      }
      return values.withNulls(missing);
    }

    private Column withDefaults(Column values, boolean[] missing, int count) {
      ColumnBuilder builder = ColumnBuilder.of(type);
      for (int i = 0; i < count; i++) {
        if (missing[i] && type instanceof EnumType) {
          builder.appendLong(0); // of whatever name, if it has one
        } else if (missing[i]) {
          builder.append(DefaultValues.of(type), 0);
        } else {
          builder.append(values, i);
        }
      }
      return builder.build();
    }

    @Override
    public void writeState(int group, BytesBuffer out) {
      nested.writeState(group, out);
      out.write(seen.values()[group] ? 1 : 0);
    }

    @Override
    public void mergeState(int group, StateReader in) {
      nested.mergeState(group, in);
      seen.values()[group] |= in.readByte() != 0;
    }
  }
}
