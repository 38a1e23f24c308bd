// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.vector;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.DoubleLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;

/** L1, L2, L-infinity and cosine, over arrays whose result is Float64. */
public final class VectorFunctions {

  private VectorFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Distances");
    norm(family, "L1Norm", "normL1", (n, x) -> LaneSum.OF_NORMS.plain(n, i -> Math.abs(x.at(i))));
    norm(family, "L2Norm", "normL2", (n, x) -> Math.sqrt(LaneSum.OF_NORMS.products(n, x, x)));
    norm(family, "L2SquaredNorm", "normL2Squared", (n, x) -> LaneSum.OF_NORMS.products(n, x, x));
    norm(family, "LinfNorm", "normLinf", (n, x) -> largest(n, i -> Math.abs(x.at(i))));
    distance(
        family,
        "L1Distance",
        "distanceL1",
        (sum, n, x, y) -> LaneSum.OF_DISTANCES.plain(n, i -> Math.abs(x.at(i) - y.at(i))));
    distance(
        family, "L2Distance", "distanceL2", (sum, n, x, y) -> Math.sqrt(squares(sum, n, x, y)));
    distance(
        family,
        "L2SquaredDistance",
        "distanceL2Squared",
        (sum, n, x, y) -> squares(LaneSum.OF_DISTANCES, n, x, y));
    distance(
        family,
        "LinfDistance",
        "distanceLinf",
        (sum, n, x, y) -> largest(n, i -> Math.abs(x.at(i) - y.at(i))));
    family.add("cosineDistance", t -> t.withAliases("distanceCosine"), VectorFunctions::cosine);
    for (String norm : new String[] {"L1", "L2", "Linf"}) {
      family.add(
          norm + "Normalize",
          t -> t.withAliases("normalize" + norm),
          call -> TupleVectors.normalized(call, norm + "Norm"));
    }
    family.add("arrayDotProduct", DotProduct::ofArrays);
    family.add("dotProduct", t -> t.withAliases("scalarProduct"), DotProduct::bind);
    return family;
  }

  /** Of arrays the server's last bits depend on the machine. */
  private static BoundFunction cosine(CallSite call) {
    if (call.arity(2).base(0) instanceof TupleType) {
      return TupleVectors.bind(call);
    }
    throw call.notImplemented("arrays");
  }

  /** A number of one array. */
  private interface Norm {
    double of(int count, LaneSum.Factor x);
  }

  /** A number of two arrays of the same size. */
  private interface Distance {
    double of(LaneSum sum, int count, LaneSum.Factor x, LaneSum.Factor y);
  }

  private static double largest(int count, LaneSum.Factor x) {
    double largest = 0;
    for (int i = 0; i < count; i++) {
      double value = x.at(i);
      // What is no number is passed over.
      largest = value > largest ? value : largest;
    }
    return largest;
  }

  private static double squares(LaneSum sum, int count, LaneSum.Factor x, LaneSum.Factor y) {
    LaneSum.Factor difference = i -> x.at(i) - y.at(i);
    return sum.products(count, difference, difference);
  }

  private static void norm(FunctionFamily family, String name, String alias, Norm norm) {
    family.add(
        name,
        t -> t.withAliases(alias),
        call -> {
          if (call.arity(1).base(0) instanceof TupleType) {
            return TupleVectors.bind(call);
          }
          check(call, 0);
          Type element = ((ArrayType) call.base(0)).element();
          return Bound.total(
              FloatType.FLOAT64,
              RowKernels.doubles(
                  invocation -> {
                    Rows rows = new Rows(element, invocation.argument(0));
                    return row -> norm.of(rows.size(row), rows.at(row));
                  }));
        });
  }

  private static void distance(
      FunctionFamily family, String name, String alias, Distance distance) {
    family.add(
        name,
        t -> t.withAliases(alias),
        call -> {
          if (call.arity(2).base(0) instanceof TupleType) {
            return TupleVectors.bind(call);
          }
          check(check(call, 0), 1);
          boolean one = (call.constant(0) == null) != (call.constant(1) == null);
          LaneSum sum = one ? LaneSum.FROM_CONSTANT : LaneSum.OF_DISTANCES;
          return bind(call, distance, sum);
        });
  }

  private static BoundFunction bind(CallSite call, Distance distance, LaneSum sum) {
    Type first = ((ArrayType) call.base(0)).element();
    Type second = ((ArrayType) call.base(1)).element();
    return Bound.of(
        FloatType.FLOAT64,
        RowKernels.doubles(
            invocation -> {
              Rows x = rows(invocation, first, 0);
              Rows y = rows(invocation, second, 1);
              return row -> {
                if (x.size(row) != y.size(row)) {
                  throw new TwinhouseException(
                      ErrorCode.SIZES_OF_ARRAYS_DONT_MATCH,
                      "Array arguments for function " + call.name() + " must have equal sizes");
                }
                return distance.of(sum, x.size(row), x.at(row), y.at(row));
              };
            }));
  }

  private static Rows rows(Invocation call, Type element, int index) {
    return new Rows(element, call.argument(index));
  }

  private static CallSite check(CallSite call, int index) {
    if (call.base(index) instanceof TupleType) {
      throw call.notImplemented("tuples");
    }
    if (!(call.base(index) instanceof ArrayType array)) {
      throw call.illegal(index);
    }
    Type element = array.element();
    boolean integer = element instanceof IntegerType && element.lane() == Lane.LONG;
    if (element.equals(FloatType.FLOAT32)) {
      throw call.notImplemented("Float32");
    }
    if (!integer && !element.equals(FloatType.FLOAT64)) {
      throw call.illegal(index);
    }
    return call;
  }

  /** The arrays of a column, read as Float64. */
  private static final class Rows {
    private final ArrayLane arrays;
    private final DoubleLane elements;

    Rows(Type element, Column column) {
      this.arrays = ArrayLane.of(column);
      this.elements = DoubleLane.of(element, arrays.elements());
    }

    int size(int row) {
      return arrays.length(row);
    }

    LaneSum.Factor at(int row) {
      int start = arrays.start(row);
      return i -> elements.at(start + i);
    }
  }
}
