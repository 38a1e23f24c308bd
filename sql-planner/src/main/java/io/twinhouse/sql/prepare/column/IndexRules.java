// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare.column;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.sql.analyse.scope.DynamicKeys;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Literal;
import io.twinhouse.sql.parser.SqlParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each kind of skip index asks of its parameters and of the values it is over. */
public final class IndexRules {

  private IndexRules() {}

  /**
   * Checks an index.
   *
   * @throws TwinhouseException BAD_ARGUMENTS, ILLEGAL_COLUMN, INCORRECT_QUERY,
   *     NUMBER_OF_ARGUMENTS_DOESNT_MATCH
   */
  public static void check(IndexDefinition index, Expression expression) {
    if (expression instanceof Expression.Constant) {
      throw of(
          ErrorCode.INCORRECT_QUERY,
          index,
          "Secondary index '" + index.name() + "' cannot contain constants");
    }
    List<Expr> parameters =
        SqlParser.parseExpression(index.type()) instanceof Call call ? call.arguments() : List.of();
    switch (index.kind()) {
      case "bloom_filter" -> bloomFilter(index, parameters, expression.type());
      case "tokenbf_v1" -> textFilter(index, parameters, 3, "tokenbf", expression.type());
      case "ngrambf_v1" -> textFilter(index, parameters, 4, "ngrambf", expression.type());
      case "sparse_grams" -> {
        int wanted = parameters.size() == 6 ? 6 : 5;
        textFilter(index, parameters, wanted, "sparseGrams", expression.type());
      }
      case "text" -> text(index, parameters, expression.type());
      case "minmax" -> minMax(index, expression.type());
      default -> {} // a set may be of anything
    }
  }

  private static void bloomFilter(IndexDefinition index, List<Expr> parameters, Type type) {
    if (parameters.size() > 1) {
      throw of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          index,
          "BloomFilter index cannot have more than one parameter");
    }
    for (Expr rate : parameters) {
      double value = rate instanceof Literal.Number number ? number.doubleValue() : -1;
      if (value <= 0 || value >= 1) {
        throw bad(index, "The BloomFilter false positive must be a double number between 0 and 1");
      }
    }
    for (Type element : elements(index, type)) {
      Type base =
          element.base() instanceof ArrayType array ? array.element().base() : element.base();
      if (element.base() instanceof ArrayType && base instanceof ArrayType) {
        throw bad(index, "Unexpected type " + element.name() + " of bloom filter index");
      }
      if (isUnhashed(base)) {
        throw of(
            ErrorCode.ILLEGAL_COLUMN,
            index,
            "Unexpected type " + element.name() + " of bloom filter index");
      }
    }
  }

  /** Whether a bloom filter does not take the type. */
  private static boolean isUnhashed(Type base) {
    return base instanceof DateType day && day.bits() == 32
        || base instanceof DecimalType
        || base instanceof TimeType
        || base instanceof Time64Type
        || base instanceof MapType
        || base instanceof TupleType
        || base instanceof JsonType
        || base.carriesType();
  }

  /** The types of the expressions that an index is over. */
  private static List<Type> elements(IndexDefinition index, Type type) {
    boolean several =
        SqlParser.parseExpression(index.expression()) instanceof Call call
            && call.name().equals("tuple");
    return several && type instanceof TupleType tuple ? tuple.elements() : List.of(type);
  }

  private static void textFilter(
      IndexDefinition index, List<Expr> parameters, int wanted, String kind, Type type) {
    if (!elements(index, type).stream().allMatch(IndexRules::isText)) {
      throw bad(
          index,
          "Ngram and token bloom filter indexes can only be used with column types `String`,"
              + " `FixedString`, `LowCardinality(String)`, `LowCardinality(FixedString)`,"
              + " `Array(String)` or `Array(FixedString)`");
    }
    if (parameters.size() != wanted) {
      throw bad(index, "`" + kind + "` index must have exactly " + wanted + " arguments");
    }
    for (int i = 0; i + 1 < wanted; i++) {
      boolean whole = parameters.get(i) instanceof Literal.Number number && number.isInteger();
      if (!whole) {
        throw bad(index, "All parameters to *bf_v1 index must be unsigned integers");
      }
      if (((Literal.Number) parameters.get(i)).integerValue().signum() < 1) {
        throw bad(index, "The sizes and counts of a bloom filter must be at least 1");
      }
    }
  }

  private static boolean isText(Type type) {
    Type base = type instanceof ArrayType array ? array.element() : type;
    boolean text = base.base() instanceof StringType || base.base() instanceof FixedStringType;
    text |= base.base() instanceof IpType address && address.name().equals("IPv6");
    return text && !base.isNullable();
  }

  /** A text index: what it is built of changes no answer as long as tokens are the usual ones. */
  private static void text(IndexDefinition index, List<Expr> parameters, Type type) {
    Map<String, Expr> named = new HashMap<>();
    for (Expr parameter : parameters) {
      if (!(parameter instanceof Call equation)
          || !equation.name().equals("equals")
          || !(equation.arguments().get(0) instanceof Identifier name)) {
        throw bad(index, "Cannot mix key-value pair and single argument as text index arguments");
      }
      named.put(name.name(), equation.arguments().get(1));
    }
    Expr tokenizer = named.get("tokenizer");
    if (tokenizer == null) {
      throw bad(index, "Text index argument 'tokenizer' is required");
    }
    Type element = type instanceof ArrayType array ? array.element() : type;
    if (!(element.base() instanceof StringType || element.base() instanceof FixedStringType)) {
      throw bad(
          index,
          "Text index must be created on columns of type with base type of String or FixedString,"
              + " got: "
              + type.name());
    }
    String tokens = tokenizer instanceof Literal.Text text ? text.value() : "";
    tokens = tokenizer instanceof Identifier name ? name.name() : tokens;
    if (!tokens.equals("splitByNonAlpha") || named.size() > 1) {
      throw of(
          ErrorCode.NOT_IMPLEMENTED,
          index,
          "A text index is supported with tokenizer = splitByNonAlpha and no other argument");
    }
  }

  private static void minMax(IndexDefinition index, Type type) {
    if (type.base() instanceof JsonType || DynamicKeys.in(type)) {
      throw bad(
          index,
          type.name()
              + " is not allowed in minmax index because its values can be of different types");
    }
  }

  private static TwinhouseException bad(IndexDefinition index, String message) {
    return of(ErrorCode.BAD_ARGUMENTS, index, message);
  }

  private static TwinhouseException of(ErrorCode code, IndexDefinition index, String message) {
    return new TwinhouseException(
        code, message + ": When validating secondary index `" + index.name() + "`.");
  }
}
