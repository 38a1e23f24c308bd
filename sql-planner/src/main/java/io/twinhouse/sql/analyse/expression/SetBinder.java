// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnDefinition.Kind;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.common.CarriedZones;
import io.twinhouse.engine.type.common.LeastSupertype;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Literals;
import io.twinhouse.sql.analyse.scope.Relation;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.ColumnSet;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.FunctionOperator;
import io.twinhouse.sql.rel.Relations;
import io.twinhouse.sql.rel.RexFactory;
import io.twinhouse.sql.rel.UnnestArrays;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Binds IN: a list, an array, a tuple, a sub-query or a table at the right. */
final class SetBinder {

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;
  private final boolean nullsCount;

  SetBinder(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
    this.nullsCount = scope.context().isOn("transform_null_in", false);
  }

  RexNode bind(Call call, boolean negated) {
    if (call.arguments().size() != 2) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function "
              + call.name()
              + " doesn't match: passed "
              + call.arguments().size()
              + ", should be 2");
    }
    RexNode left = binder.bind(call.arguments().get(0));
    DynamicKeys.checkMember(left, negated);
    Expr right = call.arguments().get(1);
    Query query = query(right);
    if (query != null && right instanceof Identifier name) {
      return inTable(left, name, query, negated);
    }
    if (query != null) {
      return inQuery(left, query, negated);
    }
    List<RexNode> elements = elements(left, right);
    if (elements.stream().anyMatch(e -> RexFactory.constantOf(e) == null)) {
      refuseComputed(right, elements);
      if (nullsCount) {
        throw Failures.notImplemented("IN over values of the row with transform_null_in = 1");
      }
      if (call.name().endsWith("ullIn") && RexFactory.typeOf(left).isNullable()) {
        throw Failures.notImplemented(
            "Function " + call.name() + " over values of the row; ifNull(x IN (...), 0) is");
      }
      scope.meetRowSet(call);
      return inExpression(left, elements, negated);
    }
    return inValues(left, elements, negated);
  }

  /** One value that is no constant though it needs no column: the server computes it before. */
  private void refuseComputed(Expr right, List<RexNode> elements) {
    boolean alone = elements.size() == 1 && !(right instanceof Call list && isList(list));
    if (alone
        && binder.frame() == LambdaFrame.NONE
        && !(RexFactory.typeOf(elements.get(0)) instanceof ArrayType)
        && isComputed(elements.get(0))) {
      throw Failures.notImplemented("IN over one value that is computed while the query runs");
    }
  }

  private static boolean isComputed(RexNode node) {
    return RexFactory.constantOf(node) != null
        || node instanceof RexCall call
            && call.getOperator() instanceof FunctionOperator
            && call.getOperands().stream().allMatch(SetBinder::isComputed);
  }

  private static boolean isList(Call call) {
    return call.isPlain() && (call.name().equals("tuple") || call.name().equals("array"));
  }

  /** The values at the right: those of a list as written, or the parts of one constant. */
  private List<RexNode> elements(RexNode left, Expr right) {
    RexNode whole = depth(RexFactory.typeOf(left)) == 0 ? null : binder.bind(right);
    if (whole != null && depth(RexFactory.typeOf(whole)) == depth(RexFactory.typeOf(left))) {
      return List.of(whole);
    }
    if (right instanceof Call call && isList(call)) {
      return binder.bindAll(call.arguments());
    }
    RexNode bound = binder.bind(right);
    ConstantOperator constant = RexFactory.constantOf(bound);
    return constant == null ? List.of(bound) : new SetValues(rex).elements(constant);
  }

  /** How many arrays are in each other. */
  private static int depth(Type type) {
    return type instanceof ArrayType array ? 1 + depth(array.element()) : 0;
  }

  /** The query at the right of IN; a table's name stands for all its columns. */
  private @Nullable Query query(Expr right) {
    if (right instanceof Expr.Subquery subquery) {
      return subquery.query();
    }
    if (right instanceof Identifier name
        && scope.alias(name.parts().get(0).text()) == null
        && scope.columns().find(name.path(), scope) == null
        && binder.frame().find(name.parts().get(0).text()) == null
        && scope.context().analysis().isTable(name, scope)) {
      ColumnSet star = new ColumnSet(name.position(), null, new ColumnSet.All(), List.of());
      FromItem.Table table =
          new FromItem.Table(
              name.position(), new FromItem.Named(name), null, List.of(), false, null);
      return Select.builder().projections(List.of(star)).from(table).build();
    }
    return null;
  }

  private RexNode inTable(RexNode left, Identifier name, Query query, boolean negated) {
    TableName table = scope.context().analysis().tableName(name, scope);
    TableName before = scope.context().askSet(table);
    try {
      TableDefinition set =
          scope
              .context()
              .table(table)
              .map(Table::definition)
              .filter(found -> found.engine().equals("Set"))
              .orElse(null);
      return inQuery(set == null ? left : kept(left, set), query, negated);
    } finally {
      scope.context().askSet(before);
    }
  }

  /** The key as a table of engine Set keeps it; what does not fit is an error there. */
  private RexNode kept(RexNode left, TableDefinition set) {
    List<ColumnDefinition> columns =
        set.columns().stream()
            .filter(c -> c.kind() == Kind.PLAIN || c.kind() == Kind.DEFAULT)
            .toList();
    List<RexNode> keys = keys(left, columns.size());
    if (keys.size() != columns.size()) {
      return left;
    }
    List<RexNode> cast = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Type wanted = columns.get(i).type().base();
      Type given = RexFactory.typeOf(keys.get(i));
      boolean missing = given.isNullable() || given.base() instanceof NothingType;
      if (keys.size() > 1 && missing) {
        throw Failures.notImplemented("IN over a table of engine Set with a NULL in a tuple");
      }
      boolean same = given.base().equals(wanted) || given.base() instanceof NothingType;
      Type target = given.isNullable() ? wanted.toNullable() : wanted;
      cast.add(same ? keys.get(i) : rex.call("accurateCast", keys.get(i), rex.text(target.name())));
    }
    return cast.size() == 1 ? cast.get(0) : rex.call("tuple", cast);
  }

  private RexNode inQuery(RexNode left, Query query, boolean negated) {
    scope.context().subqueryNumber(query);
    Relation relation = scope.context().analyse(query, scope);
    if (!OuterColumns.in(relation, scope).isEmpty()) {
      throw Failures.notImplemented("A correlated sub-query as an argument of IN");
    }
    List<RexNode> keys = keys(left, relation.names().size());
    if (keys.size() != relation.names().size()) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_COLUMNS_DOESNT_MATCH,
          "Number of columns in section IN doesn't match. "
              + keys.size()
              + " at left, "
              + relation.names().size()
              + " at right.");
    }
    if (!nullsCount && RexFactory.typeOf(left).base() instanceof NothingType) {
      return left;
    }
    relation = convertible(unnested(relation, keys), keys);
    if (nullsCount) {
      for (int i = 0; i < keys.size(); i++) {
        Type key = RexFactory.typeOf(keys.get(i));
        if (relation.types().get(i).base() instanceof NothingType && !key.isNullable()) {
          // the server fails as soon as it compares a row, which its index may spare it
          throw Failures.notImplemented(
              "IN over a sub-query of nothing but NULL for a key that is not Nullable, with"
                  + " transform_null_in = 1,");
        }
      }
      NullKeys split = new NullKeys(rex, keys);
      List<RexNode> found = relation.columns(rex);
      List<RexNode> columns = split.columns(found);
      List<String> names = new ArrayList<>();
      for (int i = 0; i < columns.size(); i++) {
        names.add("key" + i);
      }
      relation = new Relation(Relations.project(relation.rel(), columns, names), names);
      keys = split.keys(found);
    }
    SetKeyCasts casts = new SetKeyCasts(rex, nullsCount);
    for (int i = 0; i < keys.size(); i++) {
      casts.add(keys.get(i), relation.types().get(i));
    }
    SetSource source = new SubqueryBinder(scope).set(relation, casts.types());
    String text = "subquery " + ((SetSource.Subquery) source).subquery();
    RexNode in = rex.inSet(casts.keys(), source, text, negated);
    return RexFactory.typeOf(in).isNullable() ? withNulls(keys.get(0), in, negated) : in;
  }

  /** A key that became NULL, since the set's type does not have it, is not in the set. */
  private RexNode withNulls(RexNode key, RexNode in, boolean negated) {
    Type type = RexFactory.typeOf(key);
    RexNode none = rex.constant(IntegerType.UINT8, LongColumn.of(negated ? 1 : 0));
    if (!type.isNullable()) {
      return rex.call("ifNull", in, none);
    }
    return in instanceof RexCall call && call.getOperands().contains(key)
        ? in
        : rex.call(
            "if",
            rex.call("isNull", key),
            new Literals(rex).nullValue(),
            rex.call("ifNull", in, none));
  }

  /** Arrays of what the key is: the set is of their elements. */
  private static Relation unnested(Relation relation, List<RexNode> keys) {
    int depth = depth(RexFactory.typeOf(keys.get(0)));
    boolean holds = keys.size() == 1 && depth(relation.types().get(0)) == depth + 1;
    return holds
        ? new Relation(UnnestArrays.of(relation.rel(), List.of(0), false), relation.names())
        : relation;
  }

  /**
   * Whole numbers without a common type: the set takes the key's, what does not fit is not in it.
   */
  private Relation convertible(Relation relation, List<RexNode> keys) {
    List<RexNode> columns = new ArrayList<>(relation.columns(rex));
    boolean changed = false;
    for (int i = 0; i < columns.size(); i++) {
      Type key = RexFactory.typeOf(keys.get(i)).base();
      Type found = RexFactory.typeOf(columns.get(i)).base();
      if (key instanceof IntegerType left
          && found instanceof IntegerType right
          && left.signed() != right.signed()
          && !nullsCount
          && Math.max(left.bits(), right.bits()) >= 64) {
        columns.set(i, rex.call("accurateCastOrNull", columns.get(i), rex.text(key.name())));
        changed = true;
      } else if (key instanceof IpType && found instanceof IpType && !key.equals(found)) {
        Type wide = IpType.IPV6;
        Type cast = RexFactory.typeOf(columns.get(i)).isNullable() ? wide.toNullable() : wide;
        columns.set(i, rex.cast(columns.get(i), cast));
        changed = true;
      }
    }
    return changed
        ? new Relation(
            Relations.project(relation.rel(), columns, relation.names()), relation.names())
        : relation;
  }

  /** A tuple at the left is several keys, if the set has as many columns. */
  private List<RexNode> keys(RexNode left, int columns) {
    Type type = RexFactory.typeOf(left);
    if (!(type instanceof TupleType tuple) || columns == 1) {
      return List.of(left);
    }
    if (left instanceof RexCall call
        && call.getOperator().getName().equals("tuple")
        && !call.getOperands().isEmpty()) {
      return call.getOperands();
    }
    if (tuple.elements().isEmpty()) {
      throw Failures.notImplemented("IN for an empty tuple");
    }
    List<RexNode> keys = new ArrayList<>();
    Literals literals = new Literals(rex);
    for (int i = 1; i <= tuple.elements().size(); i++) {
      keys.add(
          rex.call(
              "tupleElement",
              left,
              literals.number(
                  new io.twinhouse.sql.ast.Literal.Number(
                      io.twinhouse.sql.ast.Position.NONE, Integer.toString(i)))));
    }
    return keys;
  }

  private RexNode inValues(RexNode left, List<RexNode> elements, boolean negated) {
    if (RexFactory.typeOf(left).base() instanceof NothingType) {
      boolean found = nullsCount && elements.stream().anyMatch(NullKeys::isNull);
      return nullsCount
          ? rex.constant(IntegerType.UINT8, LongColumn.of(found == negated ? 0 : 1))
          : left;
    }
    SetValues values = new SetValues(rex);
    boolean tupleKey = RexFactory.typeOf(left) instanceof TupleType;
    List<RexNode> keys = keys(left, tupleKey ? 2 : 1);
    List<Type> types = keys.stream().map(k -> RexFactory.typeOf(k).base()).toList();
    if (nullsCount) {
      List<List<RexNode>> rows = values.rows(elements, tupleKey ? types : List.of());
      return new NullKeys(rex, keys).inValues(values, rows, negated);
    }
    List<ColumnBuilder> columns = types.stream().map(ColumnBuilder::of).toList();
    int rows = 0;
    for (List<RexNode> row : values.rows(elements, tupleKey ? types : List.of())) {
      List<Column> converted;
      try {
        converted = values.convert(row, types);
      } catch (TwinhouseException e) {
        if (e.is(ErrorCode.NOT_IMPLEMENTED)) {
          throw e;
        }
        boolean nullable = !tupleKey && RexFactory.typeOf(left).isNullable();
        Type flag = nullable ? IntegerType.UINT8.toNullable() : IntegerType.UINT8;
        return rex.refused("in", flag, e);
      }
      if (converted != null) {
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).append(converted.get(i), 0);
        }
        rows++;
      }
    }
    Batch batch = Batch.of(rows, columns.stream().map(ColumnBuilder::build).toList());
    return rex.inSet(keys, new SetSource.Rows(batch), elements.toString(), negated);
  }

  /** {@code a IN (b, 1)}, {@code 1 IN arr}: the server asks {@code has}, NULL for a NULL. */
  private RexNode inExpression(RexNode left, List<RexNode> elements, boolean negated) {
    refuseWithoutNull(RexFactory.typeOf(left));
    boolean oneArray =
        elements.size() == 1
            && RexFactory.typeOf(elements.get(0)) instanceof ArrayType
            && !(RexFactory.typeOf(left) instanceof ArrayType);
    RexNode array = oneArray ? elements.get(0) : array(left, elements);
    RexNode none = new Literals(rex).nullValue();
    RexNode in = rex.call("if", rex.call("isNull", left), none, has(array, left));
    return negated ? rex.call("not", in) : in;
  }

  /** The key is made Nullable, which values with parts can not be. */
  private static void refuseWithoutNull(Type key) {
    if (key instanceof TupleType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_COLUMN,
          "Cannot create column with type 'Nullable(" + key.name() + ")': it is not allowed");
    }
    if (key instanceof ArrayType || key instanceof MapType) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Nested type " + key.name() + " cannot be inside Nullable type");
    }
  }

  /** The values in the type that they share with the key; in the key's if they share none. */
  private RexNode array(RexNode left, List<RexNode> elements) {
    List<Type> types = new ArrayList<>();
    types.add(RexFactory.typeOf(left));
    elements.forEach(element -> types.add(RexFactory.typeOf(element)));
    Type common = CarriedZones.dropped(commonOr(types, types.get(0)));
    Type target =
        common instanceof LowCardinalityType ? common.toNullable() : common.base().toNullable();
    return rex.call("array", elements.stream().map(e -> rex.cast(e, target)).toList());
  }

  private static Type commonOr(List<Type> types, Type otherwise) {
    try {
      return LeastSupertype.of(types);
    } catch (TwinhouseException e) {
      if (e.number() == ErrorCode.NO_COMMON_TYPE.number()) {
        return otherwise;
      }
      throw e;
    }
  }

  /** The server compares by a Variant what has no common type. */
  private RexNode has(RexNode array, RexNode value) {
    try {
      return rex.call("has", array, value);
    } catch (TwinhouseException e) {
      throw e.number() == ErrorCode.NO_COMMON_TYPE.number()
          ? Failures.notImplemented("IN over values without a common type")
          : e;
    }
  }
}
