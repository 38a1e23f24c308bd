// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.jdbc.DataSourceImpl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Plain JDBC on the house of a test. */
@EmbeddedHouse(migrations = "/migrations", lifetime = Lifetime.PER_CLASS)
final class DataSourceTest {

  static int visitsOf(DataSource source, String user) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT count() FROM visits WHERE user = ?")) {
      statement.setString(1, user);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        return rows.getInt(1);
      }
    }
  }

  @Test
  void readsWhatTheHouseHolds(DataSource source, TestHouse house) throws SQLException {
    assertThat(source).isInstanceOf(DataSourceImpl.class);
    assertThat(visitsOf(source, "ann")).isEqualTo(2);
    house.execute("INSERT INTO visits VALUES ('2026-04-01', 'ann')");
    assertThat(visitsOf(source, "ann")).isEqualTo(3);
  }
}
