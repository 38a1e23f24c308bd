// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexNode;

/**
 * Literals of type UInt64 that fit Int64: beside signed integers the server takes them for Int64
 * where it looks for a common type.
 */
public final class LargeLiterals {

  private LargeLiterals() {}

  /** Gives such literals among a call's operands the type Int64. */
  static void settle(Call call, List<RexNode> operands, Scope scope) {
    int count = operands.size();
    if (count != call.arguments().size()) {
      return;
    }
    RexFactory rex = scope.context().rex();
    List<Expr> written = new ArrayList<>(call.arguments());
    for (int i = 0; i < count; i++) {
      if (RexFactory.constantOf(operands.get(i)) != null) { // no parameter of a lambda
        written.set(i, meant(written.get(i), scope));
      }
    }
    switch (call.name().toLowerCase(Locale.ROOT)) {
      case "array" -> settle(written, operands, rex, 0, 1, -1);
      case "coalesce", "ifnull" ->
          settle(written, operands.subList(0, deciding(operands)), rex, 0, 1, -1);
      case "if" -> settle(written, operands, rex, 1, 1, -1);
      case "multiif" -> settle(written, operands, rex, 1, 2, count - 1);
      case "casewithexpression" -> settle(written, operands, rex, 2, 2, count - 1);
      case "map" -> {
        settle(written, operands, rex, 0, 2, -1);
        settle(written, operands, rex, 1, 2, -1);
      }
      default -> {}
    }
  }

  /** An expression without its alias, or what a name that is an alias stands for. */
  private static Expr meant(Expr written, Scope scope) {
    Expr plain = written;
    Set<Scope.Alias> passed = new HashSet<>();
    while (true) {
      if (plain instanceof Expr.Aliased aliased) {
        plain = aliased.expression();
        continue;
      }
      Scope.Alias alias =
          plain instanceof Identifier name && name.isSimple() ? scope.alias(name.last()) : null;
      if (alias == null || !passed.add(alias)) {
        return plain;
      }
      plain = alias.expression;
    }
  }

  /** Among each {@code step}th operand from {@code first} on, and {@code last}. */
  private static void settle(
      List<Expr> written, List<RexNode> operands, RexFactory rex, int first, int step, int last) {
    int[] places =
        IntStream.range(first, operands.size())
            .filter(i -> (i - first) % step == 0 || i == last)
            .toArray();
    boolean signed = false;
    for (int place : places) {
      Type type = RexFactory.typeOf(operands.get(place)).base();
      signed |= isSigned(type);
      if (type.equals(IntegerType.UINT64) && !fits(written.get(place))) {
        return;
      }
    }
    if (!signed) {
      return;
    }
    List<RexNode> settled = new ArrayList<>(operands);
    for (int place : places) {
      if (written.get(place) instanceof Literal.Number number
          && RexFactory.typeOf(operands.get(place)).equals(IntegerType.UINT64)) {
        long value = number.integerValue().longValue();
        settled.set(place, rex.constant(IntegerType.INT64, LongColumn.of(value)));
      }
    }
    if (haveCommonType(Arrays.stream(places).mapToObj(settled::get).toList())) {
      for (int place : places) {
        operands.set(place, settled.get(place));
      }
    }
  }

  /** Without one they stay of type UInt64 within a Variant. */
  private static boolean haveCommonType(List<RexNode> values) {
    try {
      LeastSupertype.of(values.stream().map(RexFactory::typeOf).toList());
      return true;
    } catch (TwinhouseException e) {
      return false;
    }
  }

  /** The arguments of coalesce up to the first that is never NULL, which decide on its type. */
  private static int deciding(List<RexNode> operands) {
    for (int i = 0; i < operands.size(); i++) {
      if (!RexFactory.typeOf(operands.get(i)).isNullable()) {
        return i + 1;
      }
    }
    return operands.size();
  }

  /**
   * Refuses constants with UInt64 in the place of a tuple or array where others have signed
   * integers: the server may take it for Int64, and here it would be a Variant.
   */
  static void requireSettled(List<RexNode> operands, RexNode value) {
    Type type = RexFactory.typeOf(value).base();
    if (!((type instanceof ArrayType array ? array.element() : type) instanceof VariantType)) {
      return;
    }
    Set<Type> all = new HashSet<>();
    Set<Type> constants = new HashSet<>();
    for (RexNode operand : operands) {
      Type given = RexFactory.typeOf(operand).base();
      all.add(given);
      if (RexFactory.constantOf(operand) != null && !(given instanceof IntegerType)) {
        constants.add(given);
      }
    }
    if (constants.stream().anyMatch(c -> all.stream().anyMatch(other -> isBeside(c, other)))) {
      throw Failures.notImplemented(
          "A constant with UInt64 within it beside one with signed numbers; write toInt64(...)");
    }
  }

  private static boolean isBeside(Type one, Type other) {
    if (one instanceof TupleType tuple && other instanceof TupleType second) {
      int size = tuple.elements().size();
      return size == second.elements().size()
          && IntStream.range(0, size)
              .anyMatch(
                  i -> isBeside(tuple.elements().get(i).base(), second.elements().get(i).base()));
    }
    if (one instanceof ArrayType array && other instanceof ArrayType second) {
      return isBeside(array.element().base(), second.element().base());
    }
    return one.equals(IntegerType.UINT64) && isSigned(other);
  }

  /**
   * Refuses constants of type UInt64 beside signed integers in the branches of a UNION: the common
   * type hangs on whether they are literals, which can not be told any more.
   *
   * @param types those of each column in the branches
   */
  public static void requireNone(
      List<RelNode> branches, List<List<Type>> types, List<Type> common) {
    for (int column = 0; column < common.size(); column++) {
      if (common.get(column) instanceof VariantType
          && types.get(column).stream().anyMatch(LargeLiterals::isSigned)) {
        for (RelNode branch : branches) {
          requireNone(branch, column);
        }
      }
    }
  }

  private static void requireNone(RelNode branch, int column) {
    if (branch instanceof Project project) {
      RexNode value = project.getProjects().get(column);
      if (RexFactory.constantOf(value) != null
          && RexFactory.typeOf(value).equals(IntegerType.UINT64)) {
        throw Failures.notImplemented(
            "UNION of a constant of type UInt64 and signed numbers; write toInt64(...)");
      }
    }
  }

  private static boolean isSigned(Type type) {
    return type.base() instanceof IntegerType integer
        && integer.signed()
        && integer.lane() == Lane.LONG;
  }

  private static boolean fits(Expr written) {
    return written instanceof Literal.Number number
        && number.isInteger()
        && number.integerValue().compareTo(BigInteger.valueOf(Long.MAX_VALUE)) <= 0;
  }
}
