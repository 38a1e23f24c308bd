// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import java.lang.reflect.InvocationTargetException;
import java.util.Properties;
import javax.sql.DataSource;

/** ClickHouse's JDBC driver, which tests bring along if they want it. */
final class JdbcDriver {

  private static final String[] NAMES = {
    "com.clickhouse.jdbc.DataSourceImpl", "com.clickhouse.jdbc.ClickHouseDataSource"
  };

  private JdbcDriver() {}

  static DataSource dataSource(String url) {
    for (String name : NAMES) {
      try {
        Class<?> type = Class.forName(name);
        return (DataSource)
            type.getConstructor(String.class, Properties.class).newInstance(url, new Properties());
      } catch (ClassNotFoundException absent) {
        continue;
      } catch (InvocationTargetException refused) {
        throw new IllegalStateException(name + " refused " + url, refused.getCause());
      } catch (ReflectiveOperationException other) {
        throw new IllegalStateException("This version of " + name + " is not known", other);
      }
    }
    throw new IllegalStateException(
        "A DataSource needs ClickHouse's JDBC driver (com.clickhouse:clickhouse-jdbc) on the class path");
  }
}
