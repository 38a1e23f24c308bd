// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.DoubleColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.SessionRoles;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** What is one value for the whole query: user, database, version, settings. */
public final class QueryFunctions {

  /** The release whose answers Twinhouse gives; clients choose their features by it. */
  private static final String VERSION = "26.7.2.1";

  private static final long REVISION = 54_513;

  private QueryFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Query and server");
    text(family, "version", call -> VERSION);
    text(family, "displayName", call -> "Twinhouse");
    text(
        family,
        "currentUser",
        call -> call.context().user(),
        "user",
        "current_user",
        "session_user");
    text(
        family,
        "currentDatabase",
        call -> call.context().database(),
        "current_database",
        "DATABASE",
        "SCHEMA",
        "current_schema");
    for (String name : new String[] {"queryID", "initialQueryID", "currentQueryID"}) {
      queryId(family, name, false);
    }
    for (String name : new String[] {"query_id", "initial_query_id", "current_query_id"}) {
      queryId(family, name, true);
    }
    text(family, "hostName", call -> "localhost", "hostname");
    text(family, "FQDN", call -> "localhost", "fullHostName");
    for (String name : new String[] {"currentProfiles", "enabledProfiles", "defaultProfiles"}) {
      texts(family, name, none -> List.of("default"));
    }
    texts(family, "currentRoles", SessionRoles::current);
    texts(family, "enabledRoles", SessionRoles::enabled);
    texts(family, "defaultRoles", SessionRoles::byDefault);
    family.add(
        "revision",
        t -> t.anyCase().notDeterministic(),
        call -> {
          call.arity(0);
          return Bound.constant(IntegerType.UINT32, LongColumn.of(REVISION));
        });
    family.add(
        "uptime",
        t -> t.notDeterministic(),
        call -> {
          call.arity(0);
          long seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000 + 1;
          return Bound.constant(IntegerType.UINT32, LongColumn.of(seconds));
        });
    family.add(
        "getSetting",
        t -> t.notDeterministic(),
        call -> getSetting(call, call.arity(1).constantText(0)));
    family.add("getSettingOrDefault", t -> t.notDeterministic(), QueryFunctions::settingOrDefault);
    return family;
  }

  private static void text(
      FunctionFamily family, String name, Function<CallSite, String> value, String... aliases) {
    family.add(
        name,
        t -> t.withAliases(aliases).anyCase().notDeterministic(),
        call -> {
          call.arity(0);
          return Bound.constant(StringType.INSTANCE, BytesColumn.ofStrings(value.apply(call)));
        });
  }

  /** The same in all rows, yet no constant for those who ask. */
  private static void queryId(FunctionFamily family, String name, boolean anyCase) {
    family.add(
        name,
        t -> anyCase ? t.anyCase().notDeterministic() : t.notDeterministic(),
        call -> {
          call.arity(0);
          Column id = BytesColumn.ofStrings(call.context().queryId());
          return Bound.total(
              StringType.INSTANCE, invocation -> ConstantColumn.of(id, invocation.rows()));
        });
  }

  private static void texts(
      FunctionFamily family, String name, Function<SessionRoles, List<String>> of) {
    family.add(
        name,
        t -> t.notDeterministic(),
        call -> {
          call.arity(0);
          String[] values = of.apply(call.context().roles()).toArray(String[]::new);
          return Bound.constant(
              new ArrayType(StringType.INSTANCE),
              ArrayColumn.of(new int[] {0, values.length}, BytesColumn.ofStrings(values), 1));
        });
  }

  /** The value of a setting, or the second argument where there is no such setting. */
  private static BoundFunction settingOrDefault(CallSite call) {
    String name = call.arity(2).constantText(0);
    Column otherwise = call.constant(1);
    if (otherwise == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The 2nd argument of function getSettingOrDefault should be a constant with the default"
              + " value of a setting");
    }
    try {
      return getSetting(call, name);
    } catch (TwinhouseException e) {
      if (!e.is(ErrorCode.UNKNOWN_SETTING)) {
        throw e;
      }
      return Bound.constant(call.type(1), otherwise.flatten());
    }
  }

  private static BoundFunction getSetting(CallSite call, String name) {
    String value = call.context().settings().value(name);
    SettingCatalog catalog = SettingCatalog.standard();
    String kind = catalog.contains(name) ? catalog.get(name).type() : "String";
    // what a setting that may be "auto" holds is a value of another type, or that word
    String type = kind.endsWith("Auto") && !value.equals("auto") ? kind.replace("Auto", "") : kind;
    return switch (type) {
      case "Bool" -> Bound.constant(BoolType.INSTANCE, LongColumn.of(value.equals("1") ? 1 : 0));
      case "Float", "Double", "Seconds" -> floating(call, value);
      case "Int64", "Int32" -> whole(call, value, true);
      case "UInt64", "NonZeroUInt64", "Milliseconds" -> whole(call, value, false);
      case "MaxThreads" -> whole(call, threads(value), false);
      case "Char", "Map" -> throw call.notImplemented("a setting of type " + kind);
      default -> Bound.constant(StringType.INSTANCE, BytesColumn.ofStrings(value));
    };
  }

  /** The number in {@code auto(N)}, how a number of threads reads that nobody chose. */
  private static String threads(String value) {
    return value.startsWith("auto(") ? value.substring(5, value.length() - 1) : value;
  }

  private static BoundFunction floating(CallSite call, String value) {
    if (!value.matches("-?[0-9.]+(e-?[0-9]+)?")) {
      throw call.notImplemented("the value " + value);
    }
    return Bound.constant(FloatType.FLOAT64, DoubleColumn.of(Double.parseDouble(value)));
  }

  /** The value in the smallest integer type that holds it. */
  private static BoundFunction whole(CallSite call, String value, boolean signed) {
    if (!value.matches(signed ? "-?\\d{1,18}" : "\\d{1,19}")) {
      throw call.notImplemented("the value " + value);
    }
    BigInteger number = new BigInteger(value);
    int bits = 8;
    while (number.bitLength() + (signed ? 1 : 0) > bits) {
      bits *= 2;
    }
    Type type = new IntegerType(bits, signed);
    Column column = LongColumn.of(number.longValue());
    return Bound.constant(type, column);
  }
}
