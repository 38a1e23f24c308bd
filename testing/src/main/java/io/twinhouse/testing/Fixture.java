// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.exchange.RowFiles;
import java.io.ByteArrayInputStream;

/** What a house is filled with: a script, or a file of rows for one table. */
sealed interface Fixture {

  /** Puts it into a house. */
  void fill(Twinhouse engine);

  /** SQL, one or more statements. */
  record Script(String sql) implements Fixture {
    @Override
    public void fill(Twinhouse engine) {
      engine.execute(sql);
    }
  }

  /**
   * Rows in one of ClickHouse's formats.
   *
   * @param format that the file's name tells
   */
  record Rows(String table, String format, byte[] bytes) implements Fixture {

    /**
     * Rows of a class-path resource.
     *
     * @param said {@code table=resource}, or a resource whose file is called as the table
     * @throws io.twinhouse.engine.error.TwinhouseException for a file whose name does not tell its
     *     format
     */
    static Rows of(String said) {
      int equals = said.indexOf('=');
      String resource = said.substring(equals + 1);
      String file = resource.substring(resource.lastIndexOf('/') + 1);
      String format = RowFiles.format(file);
      String table = equals < 0 ? file.substring(0, file.indexOf('.')) : said.substring(0, equals);
      return new Rows(table, format, SqlResources.bytes(resource));
    }

    @Override
    public void fill(Twinhouse engine) {
      RowFiles.insert(engine, table, new ByteArrayInputStream(bytes), format);
    }
  }
}
