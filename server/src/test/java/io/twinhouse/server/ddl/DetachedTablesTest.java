// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.ddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.DiskDirectory;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are put aside keep their rows; only those put aside permanently stay so. */
final class DetachedTablesTest {

  private static Object answer(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }

  @Test
  void reopeningAttachesWhatIsNotDetachedPermanently(@TempDir Path place) throws IOException {
    Path store = place.resolve("store");
    Object rows;
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      for (String table : new String[] {"a", "b"}) {
        engine.execute("CREATE TABLE " + table + " (k UInt32) ENGINE = MergeTree ORDER BY k");
        engine.execute("INSERT INTO " + table + " SELECT number FROM numbers(10)");
      }
      rows = answer(engine, "SELECT k FROM a ORDER BY k");
      engine.execute("DETACH TABLE a");
      engine.execute("DETACH TABLE b PERMANENTLY");
      assertThatThrownBy(() -> answer(engine, "SELECT k FROM a")).hasMessageContaining("a");
    }
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(store), new FormatV1(), memory)).isEmpty();
    }
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      assertThat(answer(engine, "SELECT k FROM a ORDER BY k")).isEqualTo(rows);
      assertThatThrownBy(() -> answer(engine, "SELECT k FROM b")).hasMessageContaining("b");
      engine.execute("ATTACH TABLE b");
      assertThat(answer(engine, "SELECT k FROM b ORDER BY k")).isEqualTo(rows);
      engine.execute("DROP TABLE b");
    }
    try (Twinhouse engine = Twinhouse.open("arrow:" + store)) {
      assertThatThrownBy(() -> engine.execute("ATTACH TABLE b")).hasMessageContaining("b");
    }
  }
}
