// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.clients;

import com.clickhouse.jdbc.Driver;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application on plain JDBC: it makes tables, looks at them, fills and reads them. */
final class JdbcSteps {

  private static final String TABLE =
      "CREATE TABLE t (id UInt32, i8 Int8, u64 UInt64, i128 Int128, f32 Float32, f64 Float64,"
          + " d Decimal(18, 4), s String, fs FixedString(3), b Bool, day Date, day32 Date32,"
          + " at DateTime('UTC'), at3 DateTime64(3, 'UTC'), u UUID, v4 IPv4, v6 IPv6,"
          + " e Enum8('a' = 1, 'b' = 2), n Nullable(Int32), ns Nullable(String),"
          + " lc LowCardinality(String), a Array(Int32), an Array(Nullable(String)),"
          + " m Map(String, UInt8), tu Tuple(UInt8, String)) ENGINE = MergeTree ORDER BY id";

  private final String url;
  private final String database;
  private final Transcript seen = new Transcript();

  JdbcSteps(String url, String database) {
    this.url = "jdbc:clickhouse:" + url + "/" + database;
    this.database = database;
  }

  Transcript run() throws SQLException {
    try (Connection connection = connect("default", "")) {
      begin(connection);
      fill(connection);
      read(connection);
      metadata(connection);
      refusals(connection);
    }
    return seen;
  }

  /** Not by DriverManager, which stops looking when another library's driver cannot load. */
  private Connection connect(String user, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return new Driver().connect(url, properties);
  }

  private void begin(Connection connection) {
    seen.step("valid", () -> connection.isValid(5));
    seen.step("schema", connection::getSchema);
    seen.step("product", () -> connection.getMetaData().getDatabaseProductName());
    seen.step("version", () -> connection.getMetaData().getDatabaseProductVersion());
    seen.step("major", () -> connection.getMetaData().getDatabaseMajorVersion());
    seen.step("auto commit", connection::getAutoCommit);
    seen.step("select 1", () -> query(connection, "SELECT 1"));
    seen.step("create", () -> update(connection, TABLE));
    seen.step(
        "create small",
        () ->
            update(
                connection,
                "CREATE TABLE small (id UInt32, name String, at DateTime) ENGINE = MergeTree"
                    + " ORDER BY (id, name) PRIMARY KEY id"));
    seen.step("view", () -> update(connection, "CREATE VIEW v AS SELECT id FROM t"));
  }

  private void fill(Connection connection) {
    seen.step(
        "insert literals",
        () ->
            update(
                connection,
                "INSERT INTO t VALUES (1, -128, 18446744073709551615,"
                    + " -170141183460469231731687303715884105728, 1.5, 1e100, 12.3456, 'Grüße',"
                    + " 'abc', true, '2026-01-02', '1910-01-02', '2026-01-02 03:04:05',"
                    + " '2026-01-02 03:04:05.678', '61f0c404-5cb3-11e7-907b-a6006ad3dba0',"
                    + " '1.2.3.4', '::1', 'b', NULL, NULL, 'lc', [1, 2], ['a', NULL],"
                    + " {'k': 1}, (7, 'x'))"));
    seen.step("insert defaults", () -> update(connection, "INSERT INTO t (id) VALUES (2)"));
    seen.step("prepared", () -> prepared(connection));
    seen.step("batch", () -> batch(connection));
    seen.step("statement batch", () -> statementBatch(connection));
    seen.step(
        "update count", () -> update(connection, "INSERT INTO small SELECT 9, 'nine', now()"));
    seen.step("from select", () -> query(connection, "SELECT count() FROM small"));
  }

  private static int prepared(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO t (id, i8, d, s, b, day, at3, u, n, ns, a) VALUES (?, ?, ?, ?, ?, ?, ?,"
                + " ?, ?, ?, ?)")) {
      insert.setInt(1, 3);
      insert.setByte(2, (byte) -3);
      insert.setBigDecimal(3, new BigDecimal("3.3333"));
      insert.setString(4, "it's \\ a \"test\"\n\t?");
      insert.setBoolean(5, true);
      insert.setDate(6, Date.valueOf(LocalDate.of(2026, 3, 4)));
      insert.setObject(7, LocalDateTime.of(2026, 3, 4, 5, 6, 7, 123_000_000));
      insert.setObject(8, UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba1"));
      insert.setNull(9, Types.INTEGER);
      insert.setString(10, null);
      insert.setArray(11, connection.createArrayOf("Int32", new Object[] {4, 5}));
      return insert.executeUpdate();
    }
  }

  private static String batch(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO small (id, name, at) VALUES (?, ?, ?)")) {
      for (int i = 0; i < 1000; i++) {
        insert.setInt(1, i);
        insert.setString(2, "n'" + i);
        insert.setTimestamp(3, Timestamp.valueOf("2026-01-02 03:04:05"));
        insert.addBatch();
      }
      int[] counts = insert.executeBatch();
      return counts.length + " of " + counts[0];
    }
  }

  private static int statementBatch(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("INSERT INTO small VALUES (2001, 'a', 0)");
      statement.addBatch("INSERT INTO small VALUES (2002, 'b', 0)");
      return statement.executeBatch().length;
    }
  }

  private void read(Connection connection) {
    seen.step("all types", () -> query(connection, "SELECT * FROM t ORDER BY id"));
    seen.step(
        "batch read", () -> query(connection, "SELECT count(), sum(id), max(name) FROM small"));
    seen.step(
        "prepared read",
        () -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT name, id FROM small WHERE id > ? AND name = ? ORDER BY id LIMIT ?")) {
            select.setInt(1, 1);
            select.setString(2, "n'5");
            select.setInt(3, 10);
            return Transcript.rows(select.executeQuery());
          }
        });
    seen.step(
        "metadata of a prepared",
        () -> {
          try (PreparedStatement select =
              connection.prepareStatement("SELECT id, name FROM small WHERE id = ?")) {
            return select.getMetaData().getColumnName(2)
                + " "
                + select.getMetaData().getColumnTypeName(1)
                + " "
                + select.getParameterMetaData().getParameterCount();
          }
        });
    seen.step(
        "most rows",
        () -> {
          try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(7);
            ResultSet rows = statement.executeQuery("SELECT number FROM numbers(100)");
            int count = 0;
            while (rows.next()) {
              count++;
            }
            return count;
          }
        });
    seen.step("stream", () -> stream(connection));
    seen.step("typed getters", () -> getters(connection));
    seen.step("use", () -> update(connection, "USE system"));
    seen.step("set", () -> update(connection, "SET max_threads = 1"));
  }

  private static String stream(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT number, toString(number) FROM numbers(300000)")) {
      long sum = 0;
      long length = 0;
      while (rows.next()) {
        sum += rows.getLong(1);
        length += rows.getString(2).length();
      }
      return sum + " " + length;
    }
  }

  private static String getters(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, d, day, at, at3, u, b, s, n, a FROM t WHERE id = 1")) {
      rows.next();
      return rows.getInt("id")
          + " "
          + rows.getBigDecimal("d")
          + " "
          + rows.getDate("day")
          + " "
          + rows.getTimestamp("at")
          + " "
          + rows.getTimestamp("at3")
          + " "
          + rows.getObject("u", UUID.class)
          + " "
          + rows.getBoolean("b")
          + " "
          + rows.getString("s")
          + " "
          + rows.getInt("n")
          + rows.wasNull()
          + " "
          + rows.getString("a");
    }
  }

  private void metadata(Connection connection) throws SQLException {
    DatabaseMetaData about = connection.getMetaData();
    seen.step("table types", () -> Transcript.rows(about.getTableTypes()));
    seen.step("schemas", () -> Transcript.rows(about.getSchemas(null, database)));
    seen.step("catalogs", () -> Transcript.rows(about.getCatalogs()));
    seen.step("tables", () -> Transcript.rows(about.getTables(null, database, "%", null)));
    seen.step(
        "only views",
        () -> Transcript.rows(about.getTables(null, database, "%", new String[] {"VIEW"})));
    seen.step("columns", () -> Transcript.rows(about.getColumns(null, database, "%", "%")));
    seen.step(
        "some columns", () -> Transcript.rows(about.getColumns(null, database, "small", "n%")));
    seen.step("primary keys", () -> Transcript.rows(about.getPrimaryKeys(null, database, "small")));
    seen.step("imported keys", () -> Transcript.rows(about.getImportedKeys(null, database, "t")));
    seen.step(
        "indexes", () -> Transcript.rows(about.getIndexInfo(null, database, "t", false, false)));
    seen.step("procedures", () -> Transcript.rows(about.getProcedures(null, null, "%")));
    seen.step(
        "types",
        () -> Transcript.rows(about.getTypeInfo()).lines().filter(JdbcSteps::known).toList());
    seen.step("functions", () -> about.getFunctions(null, null, "toStartOfDay").next());
    seen.step("key words", () -> about.getSQLKeywords().length() > 10);
  }

  /** Types that both servers have. */
  private static boolean known(String line) {
    return List.of("String", "UInt8", "Int64", "DateTime64", "Map", "Array", "Nullable", "UUID")
        .stream()
        .anyMatch(name -> line.startsWith("  " + name + " "));
  }

  private void refusals(Connection connection) {
    seen.step("unknown table", () -> query(connection, "SELECT * FROM nosuch"));
    seen.step("unknown column", () -> query(connection, "SELECT nosuch FROM t"));
    seen.step("syntax", () -> query(connection, "SELECT FROM WHERE +"));
    seen.step("wrong value", () -> update(connection, "INSERT INTO t (id) VALUES ('abc')"));
    seen.step("timeout", () -> timeout(connection));
    seen.step("cancel", () -> cancelled(connection));
    seen.step("after all that", () -> query(connection, "SELECT 2"));
    seen.step(
        "wrong password",
        () -> {
          try (Connection other = connect("stranger", "x")) {
            return query(other, "SELECT 1");
          }
        });
  }

  private static Object timeout(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      return Transcript.rows(
          statement.executeQuery(
              "SELECT sum(sipHash64(number, number)) FROM numbers(100000000000)"));
    }
  }

  private static Object cancelled(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Thread canceller =
          new Thread(
              () -> {
                try {
                  Thread.sleep(500);
                  statement.cancel();
                } catch (InterruptedException interrupted) {
                  Thread.currentThread().interrupt();
                } catch (SQLException refused) {
                  throw new IllegalStateException(refused);
                }
              });
      canceller.start();
      try {
        return Transcript.rows(
            statement.executeQuery(
                "SELECT sum(sipHash64(number, number)) FROM numbers(100000000000)"));
      } finally {
        join(canceller);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return Transcript.rows(statement.executeQuery(sql));
    }
  }

  private static @Nullable Object update(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
