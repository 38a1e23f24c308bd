// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DefaultValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Binder;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What clients ask of a server: their connection, its shard, MySQL's variables. */
public final class ServerFunctions {

  private static final long MOST_PACKET = 67_108_864;

  private static final TupleType TRANSACTION =
      TupleType.of(List.of(IntegerType.UINT64, IntegerType.UINT64, UuidType.INSTANCE));

  private static final Binder NO_TRANSACTIONS =
      call -> {
        throw call.refuse(ErrorCode.NOT_IMPLEMENTED, "Transactions are not supported.");
      };

  private ServerFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Query and server");
    number(family, "connectionId", IntegerType.UINT64, FunctionTraits::anyCase);
    number(family, "connection_id", IntegerType.UINT64, FunctionTraits::anyCase);
    number(family, "shardNum", IntegerType.UINT32, UnaryOperator.identity());
    number(family, "shardCount", IntegerType.UINT32, UnaryOperator.identity());
    number(family, "hasThreadFuzzer", IntegerType.UINT8, UnaryOperator.identity());
    number(family, "zookeeperSessionUptime", IntegerType.UINT32, UnaryOperator.identity());
    known(
        family,
        "serverUUID",
        UnaryOperator.identity(),
        call -> Bound.constant(UuidType.INSTANCE, WideColumn.of(new long[2], 2, 1, null)));
    known(
        family,
        "authenticatedUser",
        t -> t.withAliases("authUser"),
        call -> text(call.context().user()));
    known(family, "initialQueryStartTime", UnaryOperator.identity(), ServerFunctions::beginning);
    known(family, "initial_query_start_time", FunctionTraits::anyCase, ServerFunctions::beginning);
    family.add(
        "currentSchemas",
        t -> t.withAliases("current_schemas").anyCase().notDeterministic(),
        ServerFunctions::schemas);
    family.add("getMacro", t -> t.notDeterministic(), ServerFunctions::macro);
    known(
        family,
        "transactionID",
        UnaryOperator.identity(),
        call -> Bound.constant(TRANSACTION, DefaultValues.of(TRANSACTION)));
    known(family, "transactionLatestSnapshot", UnaryOperator.identity(), NO_TRANSACTIONS);
    known(family, "transactionOldestSnapshot", UnaryOperator.identity(), NO_TRANSACTIONS);
    family.add("globalVariable", t -> t.notDeterministic(), ServerFunctions::variable);
    return family;
  }

  private static void known(
      FunctionFamily family, String name, UnaryOperator<FunctionTraits> traits, Binder binder) {
    family.add(name, t -> traits.apply(t).notDeterministic(), call -> binder.bind(call.arity(0)));
  }

  /** What is 0 where there are no shards, and connections are not told apart. */
  private static void number(
      FunctionFamily family, String name, Type type, UnaryOperator<FunctionTraits> traits) {
    known(family, name, traits, call -> Bound.constant(type, LongColumn.of(0)));
  }

  private static Bound text(String value) {
    return Bound.constant(StringType.INSTANCE, BytesColumn.ofStrings(value));
  }

  private static BoundFunction beginning(CallSite call) {
    Column second = LongColumn.of(call.context().now().getEpochSecond());
    return Bound.constant(new DateTimeType(null), second);
  }

  private static BoundFunction schemas(CallSite call) {
    if (!(call.arity(1).base(0) instanceof BoolType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT, "Argument for function currentSchemas must be bool");
    }
    Column database = BytesColumn.ofStrings(call.context().database());
    return Bound.constant(
        new ArrayType(StringType.INSTANCE), ArrayColumn.of(new int[] {0, 1}, database, 1));
  }

  private static BoundFunction macro(CallSite call) {
    if (!(call.arity(1).base(0) instanceof StringType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "The argument of function getMacro must have String type");
    }
    throw call.refuse(
        ErrorCode.NO_ELEMENTS_IN_CONFIG, "No macro " + call.constantText(0) + " in config");
  }

  private static BoundFunction variable(CallSite call) {
    if (!(call.arity(1).base(0) instanceof StringType) || call.constant(0) == null) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Argument of function globalVariable must be constant string");
    }
    return switch (call.constantText(0).toLowerCase(Locale.ROOT)) {
      case "max_allowed_packet" -> Bound.constant(IntegerType.INT32, LongColumn.of(MOST_PACKET));
      case "version" -> text("5.7.30");
      case "version_comment" -> text("");
      case "transaction_isolation" -> text("READ-UNCOMMITTED");
      case "sql_mode" ->
          text(
              "ALLOW_INVALID_DATES,ANSI_QUOTES,IGNORE_SPACE,NO_AUTO_VALUE_ON_ZERO,"
                  + "NO_DIR_IN_CREATE,ONLY_FULL_GROUP_BY,PAD_CHAR_TO_FULL_LENGTH,PIPES_AS_CONCAT,"
                  + "REAL_AS_FLOAT");
      default -> Bound.constant(IntegerType.INT32, LongColumn.of(0));
    };
  }
}
