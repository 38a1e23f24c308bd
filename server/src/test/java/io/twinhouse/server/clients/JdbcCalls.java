// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every call that JDBC has for asking about a server and for reading a value of each type. */
final class JdbcCalls {

  /** A value of each type that both servers have. */
  private static final List<String> VALUES =
      List.of(
          "toInt8(-5)",
          "toUInt8(200)",
          "toInt16(-300)",
          "toUInt16(60000)",
          "toInt32(-70000)",
          "toUInt32(4000000000)",
          "toInt64(-5)",
          "toUInt64('18446744073709551615')",
          "toInt128(-5)",
          "toUInt128(5)",
          "toInt256(-5)",
          "toUInt256(5)",
          "toFloat32(1.5)",
          "toFloat64(-2.25)",
          "nan",
          "toDecimal32(1.25, 2)",
          "toDecimal256(1.25, 20)",
          "true",
          "'it''s é'",
          "toFixedString('ab', 4)",
          "toDate('2026-01-02')",
          "toDate32('1910-01-02')",
          "toDateTime('2026-01-02 03:04:05', 'UTC')",
          "toDateTime('2026-07-02 03:04:05', 'Europe/Berlin')",
          "toDateTime64('2026-01-02 03:04:05.123456789', 9, 'America/New_York')",
          "toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0')",
          "toIPv4('1.2.3.4')",
          "toIPv6('::1')",
          "CAST('b', 'Enum8(''a'' = 1, ''b'' = 2)')",
          "CAST(NULL, 'Nullable(Int32)')",
          "CAST(5, 'Nullable(Int32)')",
          "CAST('x', 'LowCardinality(Nullable(String))')",
          "[1, 2, 3]",
          "[[1], [2, 3]]",
          "['a', NULL]",
          "(1, 'a')",
          "map('a', [1, 2])",
          "toIntervalDay(3)",
          "NULL",
          "tuple()");

  private static final List<Class<?>> CLASSES =
      List.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          byte[].class,
          Date.class,
          Time.class,
          Timestamp.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          ZonedDateTime.class,
          OffsetDateTime.class,
          Instant.class,
          UUID.class,
          InetAddress.class,
          Inet4Address.class,
          Inet6Address.class,
          Array.class,
          List.class,
          Map.class,
          String[].class,
          Object[].class);

  /** Calls whose answer says where the server is, or is compared by {@link JdbcSteps}. */
  private static final Set<String> ELSEWHERE =
      Set.of("getURL", "getTypeInfo", "getFunctions", "getSchemas", "getConnection");

  private final Connection connection;
  private final Transcript seen = new Transcript();

  JdbcCalls(Connection connection) {
    this.connection = connection;
  }

  Transcript run() throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    for (Method call : calls(DatabaseMetaData.class, m -> !ELSEWHERE.contains(m.getName()))) {
      Object[] arguments = arguments(call.getParameterTypes());
      seen.step(call.toString(), () -> called(call, about, arguments));
    }
    for (String value : VALUES) {
      seen.step(value, () -> read(value));
    }
    return seen;
  }

  private @Nullable Object read(String value) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + value + " AS c")) {
      ResultSetMetaData columns = rows.getMetaData();
      for (Method call : calls(ResultSetMetaData.class, JdbcCalls::ofAColumn)) {
        seen.step(value + " " + call, () -> called(call, columns, 1));
      }
      rows.next();
      for (Method call : calls(ResultSet.class, JdbcCalls::reads)) {
        seen.step(value + " " + call, () -> called(call, rows, 1));
      }
      for (Class<?> type : CLASSES) {
        seen.step(value + " as " + type, () -> plain(rows.getObject(1, type)));
      }
      return rows.wasNull();
    }
  }

  private static List<Method> calls(Class<?> of, Predicate<Method> which) {
    return Arrays.stream(of.getDeclaredMethods())
        .filter(which)
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  private static boolean ofAColumn(Method call) {
    return call.getParameterCount() == 1 && call.getParameterTypes()[0] == int.class;
  }

  /** Streams are the texts that other calls give. */
  private static boolean reads(Method call) {
    return call.getName().startsWith("get")
        && ofAColumn(call)
        && !call.getName().endsWith("Stream");
  }

  /** Any catalog, this schema, table t, any column; numbers are 1. */
  private @Nullable Object[] arguments(Class<?>[] types) throws SQLException {
    @Nullable Object[] arguments = new Object[types.length];
    int texts = 0;
    for (int i = 0; i < types.length; i++) {
      if (types[i] == String.class) {
        arguments[i] =
            switch (texts++) {
              case 0 -> null;
              case 1 -> connection.getSchema();
              case 2 -> "t";
              default -> "%";
            };
      } else if (types[i] == int.class) {
        arguments[i] = 1;
      } else {
        arguments[i] = types[i] == boolean.class ? false : null;
      }
    }
    return arguments;
  }

  private static @Nullable Object called(Method call, Object on, @Nullable Object... arguments)
      throws SQLException {
    try {
      Object answer = call.invoke(on, arguments);
      return answer instanceof ResultSet rows ? Transcript.rows(rows) : plain(answer);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof SQLException refused) {
        throw refused;
      }
      return "failed: " + failed.getCause();
    } catch (IllegalAccessException hidden) {
      throw new IllegalStateException(hidden);
    }
  }

  /** The driver prints a tuple as the object that it is; what comes after the @ is its own. */
  private static @Nullable Object plain(@Nullable Object answer) {
    return answer instanceof String text ? text.replaceAll("(;@)[0-9a-f]+", "$1") : answer;
  }
}
