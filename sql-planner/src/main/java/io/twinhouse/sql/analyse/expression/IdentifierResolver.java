// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.expression;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import io.twinhouse.sql.analyse.scope.Captures;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.FromColumns;
import io.twinhouse.sql.analyse.scope.LambdaFrame;
import io.twinhouse.sql.analyse.scope.Literals;
import io.twinhouse.sql.analyse.scope.Parameters;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.analyse.scope.SubColumns;
import io.twinhouse.sql.analyse.scope.TableColumns;
import io.twinhouse.sql.analyse.scope.TableColumns.Column;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Identifier.Part;
import io.twinhouse.sql.ast.Identifier.PartKind;
import io.twinhouse.sql.rel.RexFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a name means: a lambda's parameter, an alias, a column, an alias around the query.
 * What is left of the name goes into tuples, JSON columns, maps and arrays.
 */
final class IdentifierResolver {

  /** Functions that are called by their name alone, where it means nothing else. */
  private static final Set<String> WITHOUT_BRACKETS = Set.of("currentDatabase", "currentUser");

  private static final Set<String> WITHOUT_BRACKETS_IN_ANY_CASE =
      Set.of(
          "curdate",
          "current_database",
          "current_date",
          "current_timestamp",
          "current_user",
          "database",
          "localtime",
          "localtimestamp",
          "now",
          "schema",
          "session_user",
          "today",
          "user");

  private final ExpressionBinder binder;
  private final Scope scope;
  private final RexFactory rex;

  IdentifierResolver(ExpressionBinder binder) {
    this.binder = binder;
    this.scope = binder.scope();
    this.rex = scope.context().rex();
  }

  RexNode resolve(Identifier identifier) {
    Identifier name = new Parameters(scope.context()).substitute(identifier);
    RexNode found = find(name);
    if (found != null) {
      return found;
    }
    if (name.parts().size() == 1 && isCallWithoutBrackets(name.name())) {
      return binder.bind(Call.of(name.name()));
    }
    throw unknown(name);
  }

  private static boolean isCallWithoutBrackets(String name) {
    return WITHOUT_BRACKETS.contains(name)
        || WITHOUT_BRACKETS_IN_ANY_CASE.contains(name.toLowerCase(Locale.ROOT));
  }

  private RuntimeException unknown(Identifier name) {
    Scope.Alias own = scope.alias(name.parts().get(0).text());
    boolean cyclic = own != null && own.isInProgress() && scope.select().from() != null;
    return cyclic && scope.columns().tables().isEmpty()
        ? Failures.of(ErrorCode.CYCLIC_ALIASES, "Cyclic aliases. In scope " + scope.text())
        : Failures.unknownIdentifier(name.name(), scope);
  }

  /** What {@code name} means; null when it means nothing. */
  @Nullable RexNode find(Identifier name) {
    List<Part> parts = name.parts();
    String first = parts.get(0).text();
    RexNode parameter = binder.frame().find(first);
    if (parameter != null) {
      return nested(parameter, parts.subList(1, parts.size()));
    }
    if (!scope.context().isOn("prefer_column_name_to_alias", false)) {
      RexNode alias = findAlias(first, parts);
      return alias != null ? alias : findElsewhere(parts);
    }
    RexNode column = findColumn(parts);
    if (column != null) {
      return column;
    }
    RexNode alias = findAlias(first, parts);
    return alias != null ? alias : findOutside(parts);
  }

  private @Nullable RexNode findElsewhere(List<Part> parts) {
    RexNode column = findColumn(parts);
    return column != null ? column : findOutside(parts);
  }

  private @Nullable RexNode findAlias(String first, List<Part> parts) {
    Scope.Alias alias = scope.alias(first);
    if (alias == null) {
      return null;
    }
    if (alias.isInProgress()) {
      scope.meetAgain(alias);
      return null;
    }
    if (parts.size() > 1 && findColumn(parts) != null) {
      return null;
    }
    RexNode bound = scope.bind(alias);
    scope.meetName(alias);
    return nested(bound, parts.subList(1, parts.size()));
  }

  private @Nullable RexNode findColumn(List<Part> parts) {
    FromColumns columns = scope.columns();
    String first = parts.get(0).text();
    RexNode added = columns.added().get(first);
    if (added != null) {
      return nested(added, parts.subList(1, parts.size()));
    }
    FromColumns.Merged merged = columns.merged().get(first);
    if (merged != null) {
      return nested(merged.value(), parts.subList(1, parts.size()));
    }
    List<String> path = plainPath(parts);
    FromColumns.Match match = columns.find(path, scope);
    if (match != null) {
      RexNode column = match.column().read(rex);
      return nested(column, parts.subList(match.used(), parts.size()));
    }
    RexNode computed = findComputed(parts);
    if (computed != null) {
      return computed;
    }
    RexNode element = findUnnested(path, parts);
    if (element != null) {
      return element;
    }
    List<Column> group = parts.size() == path.size() ? columns.nested(path) : List.of();
    return group.isEmpty() ? null : NestedColumns.array(rex, group);
  }

  /** A Nested that ARRAY JOIN made of its elements, by a name with its table's. */
  private @Nullable RexNode findUnnested(List<String> path, List<Part> parts) {
    for (TableColumns table : scope.columns().tables()) {
      int from = path.size() < 2 ? 0 : table.qualifierLength(path);
      RexNode added = from == 0 ? null : unnested(path, from);
      boolean own =
          table.columns().stream()
              .anyMatch(c -> c.unnested() && c.name().startsWith(path.get(from) + "."));
      if (added != null && own) {
        return nested(added, parts.subList(from + 1, parts.size()));
      }
    }
    return null;
  }

  /** It is kept with its table's name where it alone means another table's. */
  private @Nullable RexNode unnested(List<String> path, int from) {
    Map<String, RexNode> added = scope.columns().added();
    RexNode qualified = added.get(String.join(".", path.subList(0, from + 1)));
    return qualified == null ? added.get(path.get(from)) : qualified;
  }

  /** ALIAS columns: their expression over the other columns of their table. */
  private @Nullable RexNode findComputed(List<Part> parts) {
    List<String> path = plainPath(parts);
    for (TableColumns table : scope.columns().tables()) {
      int from = table.qualifierLength(path);
      String name = from < path.size() ? path.get(from) : "";
      ColumnDefinition column = table.computed().get(name);
      if (column != null) {
        RexNode value = ComputedColumns.bind(scope, table, column);
        return nested(value, parts.subList(from + 1, parts.size()));
      }
    }
    return null;
  }

  /** The leading plain parts; what follows is a path into JSON. */
  private static List<String> plainPath(List<Part> parts) {
    List<String> path = new ArrayList<>();
    for (Part part : parts) {
      if (part.kind() != PartKind.NAME) {
        break;
      }
      path.add(part.text());
    }
    return path;
  }

  /** Names of the queries around: WITH expressions are seen, columns would make it correlated. */
  private @Nullable RexNode findOutside(List<Part> parts) {
    Scope outer = scope.parent();
    while (outer != null) {
      ExpressionBinder around = new ExpressionBinder(outer, LambdaFrame.NONE);
      IdentifierResolver resolver = new IdentifierResolver(around);
      String first = parts.get(0).text();
      // what * REPLACE makes of a column means nothing to sub-queries
      RexNode alias = outer.isReplaced(first) ? null : resolver.findAlias(first, parts);
      RexNode found = alias != null ? alias : resolver.findColumn(parts);
      if (found != null) {
        if (Captures.of(found).isEmpty()) {
          return found;
        }
        return new OuterColumns(outer, scope).of(found);
      }
      outer = outer.parent();
    }
    return null;
  }

  /** What {@code parts} name within {@code base}; null when there is no such part. */
  @Nullable RexNode nested(RexNode base, List<Part> parts) {
    if (parts.isEmpty()) {
      return base;
    }
    Type type = RexFactory.typeOf(base).base();
    if (type instanceof JsonType json) {
      return jsonPath(base, json, parts);
    }
    Part part = parts.get(0);
    if (SubColumns.holdsJson(type) && !SubColumns.functions(type).containsKey(part.text())) {
      return ofElements(base, parts);
    }
    RexNode inner = part.kind() == PartKind.NAME ? part(base, type, part.text()) : null;
    if (type instanceof ArrayType && parts.size() > 1 && isOuterSize(type, inner, parts.get(1))) {
      return null; // the sizes of inner arrays are numbered on
    }
    return inner == null ? null : nested(inner, parts.subList(1, parts.size()));
  }

  private static boolean isOuterSize(Type type, @Nullable RexNode inner, Part part) {
    if (inner == null || !part.text().startsWith("size")) {
      return false;
    }
    Type sizes = RexFactory.typeOf(inner).base();
    return sizes instanceof ArrayType && SubColumns.sizesDepth(sizes, part.text()) < depth(type);
  }

  private static int depth(Type type) {
    return type instanceof ArrayType array ? 1 + depth(array.element()) : 0;
  }

  private @Nullable RexNode jsonPath(RexNode base, JsonType json, List<Part> parts) {
    List<String> path = new ArrayList<>();
    int used = 0;
    boolean object = parts.get(0).kind() == PartKind.JSON_OBJECT;
    while (used < parts.size() && parts.get(used).kind() != PartKind.JSON_TYPE) {
      Part part = parts.get(used++);
      path.add(path.isEmpty() ? part.text() : part.spelled());
      if (!object && json.declared().containsKey(String.join(".", path))) {
        return declaredPath(rex.jsonPath(base, path), parts.subList(used, parts.size()));
      }
    }
    List<Part> rest = parts.subList(used, parts.size());
    if (object && rest.isEmpty()) {
      return rex.jsonObject(base, path);
    }
    RexNode value = rex.jsonPath(base, path);
    if (!rest.isEmpty() && !object) {
      RexNode element = element(value, json, rest.get(0).text());
      return nested(element, rest.subList(1, rest.size()));
    }
    if (!rest.isEmpty()) {
      throw Failures.notImplemented(
          "The sub-column " + rest.get(rest.size() - 1).spelled() + " of a JSON path");
    }
    return value;
  }

  /** The values of one type at a path; those of arrays of JSON share the limits of the column. */
  private RexNode element(RexNode value, JsonType json, String type) {
    boolean objects = type.matches("(Array\\()+(Nullable\\()?JSON\\)+");
    String name = objects ? type.replace("JSON", json.inArrays().name()) : type;
    return rex.call("dynamicElement", value, rex.text(name));
  }

  /** A part of the objects in arrays: up to a type, beyond which the arrays are other ones. */
  private @Nullable RexNode ofElements(RexNode base, List<Part> parts) {
    int used = 0;
    while (used < parts.size() && parts.get(used).kind() != PartKind.JSON_TYPE) {
      used++;
    }
    used = Math.min(parts.size(), used + 1);
    String name =
        parts.subList(0, used).stream().map(Part::spelled).collect(Collectors.joining("."));
    return nested(rex.subcolumn(base, name), parts.subList(used, parts.size()));
  }

  /** What is named within the value of a path whose type the column declares; null for nothing. */
  private @Nullable RexNode declaredPath(RexNode value, List<Part> rest) {
    boolean typed = !rest.isEmpty() && rest.get(0).kind() == PartKind.JSON_TYPE;
    if (!typed) {
      return nested(value, rest);
    }
    boolean same = rest.get(0).text().equals(RexFactory.typeOf(value).name());
    return same ? nested(value, rest.subList(1, rest.size())) : null;
  }

  private @Nullable RexNode part(RexNode base, Type type, String name) {
    String function = SubColumns.functions(type).get(name);
    if (function != null) {
      RexNode part = rex.call(function, base);
      // the functions take LowCardinality off, which the column itself has
      return type instanceof MapType map && !name.equals("size0")
          ? rex.cast(part, new ArrayType(name.equals("keys") ? map.key() : map.value()))
          : part;
    }
    RexNode inner = ofKeyOrSizes(base, type, name);
    if (inner != null) {
      return inner;
    }
    Type carrier = SubColumns.innermost(type);
    if (carrier.carriesType()) {
      String element = carrier instanceof VariantType ? "variantElement" : "dynamicElement";
      return SubColumns.hasType(carrier, name) ? rex.call(element, base, rex.text(name)) : null;
    }
    TupleType tuple = SubColumns.tupleOf(type);
    if (tuple != null) {
      boolean known =
          tuple.names().contains(name) || SubColumns.isPosition(name, tuple.elements().size());
      RexNode element = tuple.names().contains(name) ? rex.text(name) : null;
      return !known
          ? null
          : rex.call("tupleElement", base, element == null ? position(name) : element);
    }
    boolean nullFlag = name.equals("null") && RexFactory.typeOf(base).isNullable();
    return nullFlag ? rex.call("isNull", base) : null;
  }

  private @Nullable RexNode ofKeyOrSizes(RexNode base, Type type, String name) {
    String key = SubColumns.keyOfMap(type, name);
    if (key != null) {
      return ofKey(base, (MapType) type, key);
    }
    return SubColumns.sizesDepth(type, name) > 0 ? rex.subcolumn(base, name) : null;
  }

  /** The value at a key of a map, by the name of a part. */
  private RexNode ofKey(RexNode base, MapType map, String key) {
    RexNode at = rex.text(key);
    if (map.key().base() instanceof IntegerType type) {
      BigInteger number = new BigInteger(key);
      int bits = type.signed() ? number.bitLength() + 1 : number.bitLength();
      if (bits > type.bits() || !type.signed() && number.signum() < 0) {
        throw Failures.notImplemented("A part of a map by a key beyond its type");
      }
      at = rex.cast(at, type);
    }
    return rex.cast(rex.call("arrayElement", base, at), map.value());
  }

  private RexNode position(String name) {
    return new Literals(rex)
        .number(new io.twinhouse.sql.ast.Literal.Number(io.twinhouse.sql.ast.Position.NONE, name));
  }
}
