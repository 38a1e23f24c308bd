// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DuckDB with two threads behind lines of text: {@code load DATA DIR} fills its files, {@code serve
 * DIR} answers lines {@code ["run", sql]} with the rows and {@code #milliseconds}, and lines {@code
 * ["profile", sql]} with {@code #bytes} of its profiler's peak buffer memory.
 */
public final class DuckPeer {

  private static final String EVENTS =
      "event_type, event_at::TIMESTAMP AS event_at, data, project_id, branch_id, user_id, country,"
          + " is_anonymous, refresh_token_id";
  private static final String USERS =
      " (project_id VARCHAR, branch_id VARCHAR, id UUID, display_name VARCHAR, primary_email"
          + " VARCHAR, primary_email_verified UTINYINT, signed_up_at TIMESTAMP, server_metadata"
          + " VARCHAR, is_anonymous UTINYINT, sync_sequence_id BIGINT, sync_is_deleted UTINYINT";
  private static final Pattern PEAK =
      Pattern.compile("\"(?:system_)?peak_buffer_memory\": *(\\d+)");

  private final Connection connection;
  private final Path directory;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private DuckPeer(Path directory) throws SQLException, IOException {
    this.directory = directory;
    Files.createDirectories(directory);
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET threads=2");
    execute("SET memory_limit='6GB'");
    execute("SET TimeZone='UTC'");
    execute("SET temp_directory='" + directory.resolve("tmp") + "'");
    execute("ATTACH '" + directory.resolve("w1.duckdb") + "' AS w1");
    execute("ATTACH '" + directory.resolve("w2.duckdb") + "' AS w2");
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("load")) {
      new DuckPeer(Path.of(args[2])).load(args[1]);
    } else {
      new DuckPeer(Path.of(args[1])).serve();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void load(String data) throws SQLException {
    for (String base : new String[] {"w1", "w2"}) {
      String files = data + "/" + base + (base.equals("w1") ? "" : "_*") + ".parquet";
      execute("CREATE TABLE " + base + ".events AS SELECT " + EVENTS + " FROM '" + files + "'");
    }
    execute("CREATE TABLE w1.events_ix AS SELECT * FROM w1.events");
    execute("CREATE INDEX ix_user ON w1.events_ix(user_id)");
    execute("CREATE TABLE w2.users" + USERS + ")");
    execute("CREATE TABLE w2.users_pk" + USERS + ", PRIMARY KEY (project_id, branch_id, id))");
    for (int version = 0; version < 4; version++) {
      String from =
          " SELECT * REPLACE (signed_up_at::TIMESTAMP AS signed_up_at) FROM '"
              + (data + "/users_v" + version + ".parquet'");
      execute("INSERT INTO w2.users" + from);
      execute("INSERT OR REPLACE INTO w2.users_pk" + from);
    }
    execute("CHECKPOINT w1");
    execute("CHECKPOINT w2");
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int comma = line.indexOf(", \"");
      String sql = line.substring(comma + 3, line.length() - 2);
      sql = sql.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
      try {
        if (line.startsWith("[\"run\"")) {
          StringBuilder rows = new StringBuilder();
          long start = System.nanoTime();
          fetch(sql, rows);
          double millis = (System.nanoTime() - start) / 1e6;
          out.print(rows);
          out.println("#" + millis);
        } else {
          out.println("#" + profile(sql));
        }
      } catch (SQLException e) {
        out.println("#error " + e.getMessage().replace('\n', ' '));
      }
    }
  }

  private void fetch(String sql, StringBuilder rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        for (int i = 1; i <= columns; i++) {
          String value = result.getString(i);
          rows.append(i > 1 ? "\t" : "").append(value == null ? "\\N" : value);
        }
        rows.append('\n');
      }
    }
  }

  /** The profiler's peak, after a small limit has emptied the cache of table pages. */
  private long profile(String sql) throws SQLException, IOException {
    Path file = directory.resolve("profile.json");
    Files.deleteIfExists(file);
    try {
      execute("SET memory_limit='150MB'");
    } catch (SQLException e) {
      out.flush(); // what it could not drop stays
    }
    execute("SET memory_limit='6GB'");
    execute("SET enable_profiling='json'");
    execute("SET profiling_output='" + file + "'");
    fetch(sql, new StringBuilder());
    execute("PRAGMA disable_profiling");
    Matcher found = PEAK.matcher(Files.exists(file) ? Files.readString(file) : "");
    return found.find() ? Long.parseLong(found.group(1)) : -1;
  }
}
