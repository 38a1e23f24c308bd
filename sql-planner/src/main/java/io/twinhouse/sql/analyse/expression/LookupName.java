// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.access.Permissions;
import io.twinhouse.engine.access.PrivilegeSet;
import io.twinhouse.engine.access.RightsElement;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.lookup.LookupAttribute;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.AnalysisContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.catalog.SystemCatalog;
import io.twinhouse.sql.rel.ConstantOperator;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of dictGet and its kin: a dictionary may be named without quotes, and keys and
 * defaults are converted to its types, where a value that does not fit is an error.
 */
final class LookupName {

  private final ExpressionBinder binder;
  private final RexFactory rex;

  LookupName(ExpressionBinder binder) {
    this.binder = binder;
    this.rex = binder.scope().context().rex();
  }

  /** Whether a function takes the name of a dictionary. */
  static boolean isTaken(String function) {
    return function.startsWith("dictGet")
        || function.equals("dictHas")
        || function.equals("dictIsIn");
  }

  private static boolean isHierarchical(String function) {
    return switch (function) {
      case "dictIsIn", "dictGetHierarchy", "dictGetChildren", "dictGetDescendants" -> true;
      default -> false;
    };
  }

  /**
   * The call with the name of a dictionary as a text; itself where it is one.
   *
   * @throws TwinhouseException NOT_IMPLEMENTED for functions over all rows of a dictionary
   */
  static Call quoted(Call call, ExpressionBinder binder) {
    if (call.name().equals("dictGetKeys") || call.name().equals("dictGetAll")) {
      throw Failures.notImplemented(
          "Function " + call.name() + " (read the dictionary as a table instead)");
    }
    if (call.arguments().isEmpty()
        || !(call.arguments().get(0) instanceof Identifier name)
        || isColumn(name, binder)) {
      return call;
    }
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.set(0, new Literal.Text(name.position(), name.name()));
    return new Call(call.position(), call.name(), arguments);
  }

  /** A column or an alias goes first. */
  private static boolean isColumn(Identifier name, ExpressionBinder binder) {
    try {
      binder.bind(name);
      return true;
    } catch (TwinhouseException e) {
      if (e.is(ErrorCode.UNKNOWN_IDENTIFIER)) {
        return false;
      }
      throw e;
    }
  }

  /** The call's arguments. */
  List<RexNode> operands(Call call) {
    List<RexNode> operands = new ArrayList<>(binder.bindAll(call.arguments()));
    LookupDefinition definition = operands.size() < 2 ? null : definition(operands.get(0));
    if (definition != null) {
      requireRight(definition);
      convert(call.name(), definition, operands);
    }
    return operands;
  }

  /** A statement's own calls are checked before; those of views and of computed columns here. */
  private void requireRight(LookupDefinition definition) {
    AnalysisContext context = binder.scope().context();
    Permissions permissions = context.planning().permissions();
    if (permissions != null && !permissions.isOrdinary() && context.isInvoker()) {
      permissions.check(
          RightsElement.of(PrivilegeSet.of("dictGet"), definition.database(), definition.name()));
    }
  }

  /** Requires that joinGet names a table of engine Join and the right to read it. */
  void requireJoined(List<RexNode> operands) {
    String text = operands.isEmpty() ? null : text(operands.get(0));
    TableDefinition table = text == null ? null : table(text);
    if (table != null && !table.isJoined()) {
      throw Failures.of(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Table " + table.name() + " should have engine StorageJoin");
    }
    AnalysisContext context = binder.scope().context();
    Permissions permissions = context.planning().permissions();
    if (text != null && permissions != null && !permissions.isOrdinary() && context.isInvoker()) {
      LookupDefinition joined =
          rex.context().lookups().joined(text, rex.context().database()).definition();
      permissions.check(
          RightsElement.of(PrivilegeSet.of("SELECT"), joined.database(), joined.name()));
    }
  }

  /** The type of the column that joinGet asks for if it is a LowCardinality, else null. */
  @Nullable Type sharedColumn(List<RexNode> operands) {
    String name = operands.size() < 2 ? null : text(operands.get(0));
    TableDefinition table = name == null ? null : table(name);
    String column = table == null ? null : text(operands.get(1));
    return column == null || table == null
        ? null
        : table
            .column(column)
            .map(ColumnDefinition::type)
            .filter(LowCardinalityType.class::isInstance)
            .orElse(null);
  }

  /** The table that a text names, null for none. */
  private @Nullable TableDefinition table(String text) {
    AnalysisContext context = binder.scope().context();
    int dot = text.indexOf('.');
    TableName name =
        dot < 0
            ? new TableName(rex.context().database(), text)
            : new TableName(text.substring(0, dot), text.substring(dot + 1));
    if (SystemCatalog.columns(name) != null) {
      return TableDefinition.of(name, List.of(), "System");
    }
    return context.storage().databases().contains(name.database())
        ? context.table(name).map(Table::definition).orElse(null)
        : null;
  }

  private @Nullable LookupDefinition definition(RexNode name) {
    String text = text(name);
    return text == null
        ? null
        : rex.context().lookups().named(text, rex.context().database()).definition();
  }

  private static @Nullable String text(RexNode operand) {
    ConstantOperator constant = RexFactory.constantOf(operand);
    return constant != null && constant.type() instanceof StringType
        ? ((BytesColumn) constant.value().flatten()).string(0)
        : null;
  }

  private void convert(String function, LookupDefinition definition, List<RexNode> operands) {
    boolean hierarchical = isHierarchical(function);
    int keyAt = hierarchical || function.equals("dictHas") ? 1 : 2;
    for (int at = keyAt; at < operands.size(); at++) {
      boolean key = at == keyAt || function.equals("dictIsIn");
      if (key) {
        operands.set(at, key(definition, operands.get(at)));
      }
    }
    int pointAt = keyAt + 1;
    if (definition.range() != null && operands.size() > pointAt) {
      Type wanted = definition.range().type();
      operands.set(pointAt, point(operands.get(pointAt), wanted));
    }
    int othersAt = definition.range() == null ? 3 : 4;
    if (function.endsWith("OrDefault") && operands.size() == othersAt + 1) {
      operands.set(othersAt, others(definition, operands.get(1), operands.get(othersAt)));
    }
  }

  private RexNode key(LookupDefinition definition, RexNode key) {
    Type given = RexFactory.typeOf(key);
    if (definition.layout().isPrefix()) {
      return key;
    }
    if (definition.layout().hasSimpleKey()) {
      return fitsNumber(given) ? key : accurate(key, IntegerType.UINT64);
    }
    List<Field> keys = definition.keys();
    if (!(given instanceof TupleType tuple)) {
      return keys.size() == 1 ? element(key, given, keys.get(0).type()) : key;
    }
    if (tuple.elements().size() != keys.size()) {
      return key;
    }
    List<RexNode> elements = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      RexNode element = rex.call("tupleElement", key, number(i + 1));
      elements.add(element(element, tuple.elements().get(i), keys.get(i).type()));
    }
    return rex.call("tuple", elements);
  }

  private RexNode number(int value) {
    return binder.bind(
        new Literal.Number(io.twinhouse.sql.ast.Position.NONE, Integer.toString(value)));
  }

  private RexNode element(RexNode value, Type given, Type wanted) {
    Type plain = LowCardinalityType.removedFrom(given);
    boolean same = plain.equals(wanted) || plain.equals(wanted.withoutNullable());
    if (same) {
      return value;
    }
    RexNode key = accurate(value, plain.isNullable() ? wanted : wanted.withoutNullable());
    return given instanceof LowCardinalityType ? rex.call("toLowCardinality", key) : key;
  }

  /** Unsigned numbers are keys as they are, and NULL is answered before it is looked up. */
  private static boolean fitsNumber(Type given) {
    Type base = LowCardinalityType.removedFrom(given).base();
    return base instanceof NothingType
        || base instanceof TupleType
        || base instanceof IntegerType integer && !integer.signed() && base.lane() == Lane.LONG;
  }

  private RexNode accurate(RexNode value, Type wanted) {
    Type given = LowCardinalityType.removedFrom(RexFactory.typeOf(value));
    boolean keepsNull = given.isNullable() && !wanted.isNullable();
    Type target =
        keepsNull && !(given.base() instanceof NothingType) ? wanted.toNullable() : wanted;
    return rex.call("accurateCast", value, rex.text(target.name()));
  }

  private RexNode point(RexNode value, Type wanted) {
    Type given = RexFactory.typeOf(value);
    boolean number = given instanceof IntegerType && given.lane() == Lane.LONG;
    return number && !given.equals(wanted)
        ? rex.call("accurateCast", value, rex.text(wanted.name()))
        : value;
  }

  private RexNode others(LookupDefinition definition, RexNode names, RexNode value) {
    String name = text(names);
    if (name != null) {
      return other(definition, name, value);
    }
    ConstantOperator constant = RexFactory.constantOf(names);
    Type given = RexFactory.typeOf(value);
    if (constant == null
        || !(constant.type() instanceof TupleType listed)
        || !(given instanceof TupleType tuple)
        || listed.elements().size() != tuple.elements().size()) {
      return value;
    }
    List<RexNode> elements = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      String attribute = text(rex.call("tupleElement", names, number(i + 1)));
      RexNode element = rex.call("tupleElement", value, number(i + 1));
      elements.add(attribute == null ? element : other(definition, attribute, element));
    }
    return rex.call("tuple", elements);
  }

  private RexNode other(LookupDefinition definition, String attribute, RexNode value) {
    int place = definition.attribute(attribute);
    if (place < 0) {
      return value;
    }
    LookupAttribute wanted = definition.attributes().get(place);
    Type given = LowCardinalityType.removedFrom(RexFactory.typeOf(value));
    return given.equals(wanted.type())
        ? value
        : rex.call("accurateCast", value, rex.text(wanted.type().name()));
  }
}
