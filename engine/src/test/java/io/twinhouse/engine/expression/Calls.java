// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NullableType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Hand-made calls, row by row over Java values, for tests of what evaluates them. */
public final class Calls {

  private Calls() {}

  public static Expression input(int index, Type type) {
    return new Expression.InputRef(index, type);
  }

  public static Expression constant(long value) {
    return new Expression.Constant(
        IntegerType.INT64, io.twinhouse.engine.column.LongColumn.of(value));
  }

  /** A call of {@code body} on each row's values; null is NULL. */
  public static Expression call(
      String name, Type type, Function<List<Object>, Object> body, Expression... arguments) {
    List<Type> types = Arrays.stream(arguments).map(Expression::type).toList();
    return new Expression.Call(
        name,
        new BoundFunction() {
          @Override
          public Type returnType() {
            return type;
          }

          @Override
          public Column evaluate(Invocation call) {
            ColumnBuilder out = ColumnBuilder.of(type);
            for (int row = 0; row < call.rows(); row++) {
              List<Object> values = new ArrayList<>();
              for (int i = 0; i < types.size(); i++) {
                values.add(JavaValues.get(types.get(i), call.argument(i), row));
              }
              append(out, body.apply(values));
            }
            return out.build();
          }
        },
        List.of(arguments),
        true);
  }

  private static void append(ColumnBuilder out, Object value) {
    if (value == null) {
      out.appendNull();
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.appendBytes(bytes, 0, bytes.length);
    } else if (value instanceof Double number) {
      out.appendDouble(number);
    } else if (value instanceof Boolean flag) {
      out.appendLong(flag ? 1 : 0);
    } else {
      out.appendLong(((Number) value).longValue());
    }
  }

  public static Expression equalTo(Expression left, Expression right) {
    return call(
        "equals", IntegerType.UINT8, v -> longOf(v.get(0)) == longOf(v.get(1)), left, right);
  }

  public static Expression lessThan(Expression left, Expression right) {
    return call("less", IntegerType.UINT8, v -> longOf(v.get(0)) < longOf(v.get(1)), left, right);
  }

  public static Expression plus(Expression left, Expression right) {
    return call("plus", IntegerType.INT64, v -> longOf(v.get(0)) + longOf(v.get(1)), left, right);
  }

  /** Integer division; ILLEGAL_DIVISION for a zero. */
  public static Expression intDiv(Expression left, Expression right) {
    return call(
        "intDiv",
        IntegerType.INT64,
        v -> {
          if (longOf(v.get(1)) == 0) {
            throw new TwinhouseException(ErrorCode.ILLEGAL_DIVISION, "Division by zero");
          }
          return longOf(v.get(0)) / longOf(v.get(1));
        },
        left,
        right);
  }

  public static Expression upper(Expression text) {
    Type type =
        text.type().isNullable() ? new NullableType(StringType.INSTANCE) : StringType.INSTANCE;
    return call(
        "upper",
        type,
        v -> v.get(0) == null ? null : ((String) v.get(0)).toUpperCase(Locale.ROOT),
        text);
  }

  public static Expression and(Expression... arguments) {
    return call("and", IntegerType.UINT8, v -> v.stream().allMatch(x -> longOf(x) != 0), arguments);
  }

  public static Expression or(Expression... arguments) {
    return call("or", IntegerType.UINT8, v -> v.stream().anyMatch(x -> longOf(x) != 0), arguments);
  }

  public static Expression multiIf(Expression... arguments) {
    return call(
        "multiIf",
        arguments[1].type(),
        v -> {
          for (int i = 0; i + 1 < v.size(); i += 2) {
            if (longOf(v.get(i)) != 0) {
              return v.get(i + 1);
            }
          }
          return v.get(v.size() - 1);
        },
        arguments);
  }

  static long longOf(Object value) {
    return ((Number) value).longValue();
  }
}
