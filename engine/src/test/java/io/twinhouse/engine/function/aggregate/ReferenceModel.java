// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each aggregate means, over lists of Java values. */
final class ReferenceModel {

  static final List<String> NAMES =
      List.of(
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "any",
          "anyLast",
          "argMin",
          "argMax",
          "uniqExact",
          "groupBitOr",
          "groupBitAnd",
          "groupBitXor",
          "anyLast_respect_nulls",
          "groupArray",
          "groupUniqArray",
          "countIf",
          "sumIf",
          "argMaxIf",
          "uniqExactIf",
          "sumOrNull",
          "maxOrDefault",
          "sumIfOrNull",
          "anyOrNullIf",
          "groupArrayDistinct",
          "sumDistinct",
          "countDistinctIf",
          "groupArrayArray",
          "uniqExactArray",
          "countArrayIf");

  private final List<Type> types;

  ReferenceModel(List<Type> types) {
    this.types = types;
  }

  static int arity(String name, RandomColumns random) {
    String nested = nested(name);
    if (!nested.equals(name)) {
      if (name.endsWith("Array")) {
        return 1;
      }
      boolean some = name.endsWith("Distinct");
      int inner = arity(nested, random);
      return some ? Math.max(1, inner) : inner + (name.endsWith("If") ? 1 : 0);
    }
    return switch (name) {
      case "count" -> random.below(2);
      case "argMin", "argMax" -> 2;
      case "uniqExact" -> 1 + random.below(2);
      default -> 1;
    };
  }

  private static String nested(String name) {
    for (String suffix : List.of("If", "OrNull", "OrDefault", "Distinct", "Array")) {
      boolean own = name.equals("groupArray") || name.equals("groupUniqArray");
      if (name.endsWith(suffix) && !own) {
        return name.substring(0, name.length() - suffix.length());
      }
    }
    return name;
  }

  private @Nullable Object suffixed(String name, List<List<Object>> all) {
    String nested = nested(name);
    List<List<Object>> rows = all.stream().filter(r -> !r.contains(null)).toList();
    if (name.endsWith("If")) {
      int last = types.size() - 1;
      return new ReferenceModel(types.subList(0, last))
          .result(
              nested,
              all.stream()
                  .filter(r -> r.get(last) != null && ((Number) r.get(last)).intValue() != 0)
                  .map(r -> r.subList(0, last))
                  .toList());
    }
    if (name.endsWith("Array")) {
      List<Type> elements = types.stream().map(t -> ((ArrayType) t).element()).toList();
      List<List<Object>> flat = new ArrayList<>();
      all.forEach(r -> ((List<?>) r.get(0)).forEach(e -> flat.add(Arrays.asList((Object) e))));
      return new ReferenceModel(elements).result(nested, flat);
    }
    if (name.endsWith("Distinct")) {
      return result(nested, List.copyOf(new LinkedHashSet<>(rows)));
    }
    if (name.endsWith("IfOrNull")) {
      return suffixed(nested(nested) + "OrNullIf", all);
    }
    if (!rows.isEmpty()) {
      return result(nested, all);
    }
    boolean nullable = types.stream().anyMatch(Type::isNullable) || name.endsWith("OrNull");
    return nullable && types.get(0).base().canBeNullable() ? null : defaultValue();
  }

  @Nullable Object result(String name, List<List<Object>> all) {
    if (!nested(name).equals(name)) {
      return suffixed(name, all);
    }
    List<List<Object>> rows =
        name.endsWith("respect_nulls") ? all : all.stream().filter(r -> !r.contains(null)).toList();
    boolean nullable = types.stream().anyMatch(Type::isNullable);
    switch (name) {
      case "count":
        return BigInteger.valueOf(rows.size());
      case "uniqExact":
        return BigInteger.valueOf(new HashSet<>(rows).size());
      case "groupArray":
        return rows.stream().map(r -> r.get(0)).toList();
      case "groupUniqArray":
        return List.copyOf(new LinkedHashSet<>(rows.stream().map(r -> r.get(0)).toList()));
      default:
        if (rows.isEmpty()) {
          boolean canBeNull = types.get(0).base().canBeNullable();
          return nullable && canBeNull ? null : overNothing(name);
        }
    }
    List<Object> first = rows.stream().map(r -> r.get(0)).toList();
    return switch (name) {
      case "any" -> first.get(0);
      case "anyLast", "anyLast_respect_nulls" -> first.get(first.size() - 1);
      case "sum" -> sum(first);
      case "avg" -> average(first);
      case "min", "max" -> rows.get(best(rows, 0, name.equals("max"))).get(0);
      case "argMin", "argMax" -> rows.get(best(rows, 1, name.equals("argMax"))).get(0);
      default -> bits(name, first);
    };
  }

  private @Nullable Object overNothing(String name) {
    Type base = types.get(0).base();
    if (name.startsWith("groupBitAnd") && base instanceof IntegerType integer) {
      return boxed(integer, integer.wrap(-1));
    }
    if (name.equals("sum")) {
      return base instanceof FloatType ? (Object) 0.0 : boxed(sumType(), 0);
    }
    if (name.equals("avg") && !(base instanceof io.twinhouse.engine.type.DateType)) {
      return Double.NaN;
    }
    return defaultValue();
  }

  private Object defaultValue() {
    ColumnBuilder builder = ColumnBuilder.of(types.get(0).withoutNullable());
    builder.appendDefault();
    return JavaValues.get(types.get(0).withoutNullable(), builder.build(), 0);
  }

  private IntegerType sumType() {
    return ((IntegerType) types.get(0).base()).signed() ? IntegerType.INT64 : IntegerType.UINT64;
  }

  private static Object boxed(IntegerType type, long value) {
    return JavaValues.get(type, io.twinhouse.engine.column.LongColumn.of(value), 0);
  }

  private Object sum(List<Object> values) {
    if (values.get(0) instanceof Double) {
      return values.stream().mapToDouble(v -> (Double) v).reduce(0, Double::sum);
    }
    return boxed(sumType(), values.stream().mapToLong(v -> ((Number) v).longValue()).sum());
  }

  private Object average(List<Object> values) {
    if (values.get(0) instanceof LocalDate) {
      double sum = values.stream().mapToLong(v -> ((LocalDate) v).toEpochDay()).sum();
      return LocalDate.ofEpochDay((long) Math.rint(sum / values.size()));
    }
    return ((Number) sum(values)).doubleValue() / values.size();
  }

  private Object bits(String name, List<Object> values) {
    IntegerType type = (IntegerType) types.get(0).base();
    long[] bits = values.stream().mapToLong(v -> ((Number) v).longValue()).toArray();
    long result =
        switch (name) {
          case "groupBitOr" -> Arrays.stream(bits).reduce(0, (a, b) -> a | b);
          case "groupBitAnd" -> Arrays.stream(bits).reduce(-1, (a, b) -> a & b);
          default -> Arrays.stream(bits).reduce(0, (a, b) -> a ^ b);
        };
    return boxed(type, type.wrap(result));
  }

  private static int best(List<List<Object>> rows, int index, boolean largest) {
    int best = 0;
    for (int row = 1; row < rows.size(); row++) {
      Object value = rows.get(row).get(index);
      Object held = rows.get(best).get(index);
      boolean heldIsNan = held instanceof Double number && number.isNaN();
      boolean isNan = value instanceof Double number && number.isNaN();
      int order = heldIsNan || isNan ? 0 : compare(value, held, largest ? -1 : 1);
      if ((largest ? order > 0 : order < 0) || (heldIsNan && !isNan)) {
        best = row;
      }
    }
    return best;
  }

  /** Order of values that are not NaN; NULL last for a positive {@code missing}, else first. */
  private static int compare(Object a, Object b, int missing) {
    if (a == null || b == null) {
      return missing * Boolean.compare(a == null, b == null);
    }
    if (a instanceof String x) {
      return Arrays.compareUnsigned(
          x.getBytes(StandardCharsets.UTF_8), ((String) b).getBytes(StandardCharsets.UTF_8));
    }
    if (a instanceof List<?> x) {
      List<?> y = (List<?>) b;
      for (int i = 0; i < Math.min(x.size(), y.size()); i++) {
        int order = compare(x.get(i), y.get(i), missing);
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(x.size(), y.size());
    }
    if (a instanceof Double x) {
      return x == ((Double) b).doubleValue() ? 0 : Double.compare(x, (Double) b);
    }
    if (a instanceof UUID x) {
      return uuidWords(x).compareTo(uuidWords((UUID) b));
    }
    return comparable(a).compareTo(b);
  }

  /** The server orders UUIDs by their second half first. */
  private static BigInteger uuidWords(UUID uuid) {
    String digits = uuid.toString().replace("-", "");
    return new BigInteger(digits.substring(16) + digits.substring(0, 16), 16);
  }

  @SuppressWarnings("unchecked")
  private static Comparable<Object> comparable(Object value) {
    return (Comparable<Object>) value;
  }
}
