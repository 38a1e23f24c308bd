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
import io.twinhouse.testkit.LeakCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A frozen copy opens as a store with the rows of that moment, whatever becomes of the table. */
final class FreezeTest {

  private static final String ROWS = "SELECT k, v, s, j.a::Int64 FROM db.t FINAL ORDER BY k";

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private static Object answer(Twinhouse engine, String query) {
    try (QueryResult result = engine.query(query)) {
      return result.rows();
    }
  }

  private static void requireSound(Path store) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(new DiskDirectory(store), new FormatV1(), memory)).isEmpty();
    }
  }

  private static void insert(Twinhouse engine, int version) {
    engine.execute(
        "INSERT INTO db.t SELECT number * %1$d, %1$d, concat('%1$d of ', toString(number)),"
                .formatted(version)
            + " concat('{\"a\":', toString(number), '}') FROM numbers(30)");
  }

  private static void create(Twinhouse engine) {
    engine.execute("CREATE DATABASE IF NOT EXISTS db");
    engine.execute(
        "CREATE TABLE db.t (k UInt32, v UInt8, s String, j JSON) ENGINE = ReplacingMergeTree(v)"
            + " PARTITION BY k % 2 ORDER BY k");
    // so that rows of one part are replaced by those of another
    insert(engine, 2);
    insert(engine, 3);
    insert(engine, 1);
  }

  @Test
  void aCopyIsAStoreOfItsOwn(@TempDir Path place) throws IOException {
    leaks.watchFiles(place);
    Path copy = place.resolve("store/shadow/one");
    Object frozen;
    Object even;
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store"))) {
      create(engine);
      frozen = answer(engine, ROWS);
      even = answer(engine, ROWS.replace("FINAL", "FINAL WHERE k % 2 = 0"));
      engine.execute("ALTER TABLE db.t FREEZE WITH NAME 'one'");
      engine.execute("ALTER TABLE db.t FREEZE PARTITION 0");
      insert(engine, 4);
      engine.execute("ALTER TABLE db.t DELETE WHERE k < 20");
      engine.execute("OPTIMIZE TABLE db.t FINAL");
      assertThatThrownBy(() -> engine.execute("ALTER TABLE db.t FREEZE WITH NAME 'one'"))
          .hasMessageContaining("rows of the same inserts");
    }
    requireSound(copy);
    requireSound(place.resolve("store/shadow/1"));
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store/shadow/1"))) {
      assertThat(answer(engine, ROWS)).isEqualTo(even);
    }
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store"))) {
      engine.execute("DROP TABLE db.t");
      create(engine);
      engine.execute("ALTER TABLE db.t FREEZE WITH NAME 'two'");
      // what is written to a copy is not seen in the table
      Object now = answer(engine, ROWS);
      try (Twinhouse other = Twinhouse.open("arrow:" + place.resolve("store/shadow/two"))) {
        assertThat(answer(other, ROWS)).isEqualTo(now).isEqualTo(frozen);
        insert(other, 7);
        other.execute("ALTER TABLE db.t DELETE WHERE k % 3 = 0");
        assertThat(answer(other, ROWS)).isNotEqualTo(now);
      }
      insert(engine, 5);
      assertThat(answer(engine, ROWS)).isNotEqualTo(now);
      engine.execute("ALTER TABLE db.t UNFREEZE PARTITION 1 WITH NAME 'two'");
      assertThat(place.resolve("store/shadow/two")).isDirectory();
      engine.execute("ALTER TABLE db.t UNFREEZE WITH NAME 'two'");
    }
    requireSound(place.resolve("store"));
  }

  @Test
  void anUnfrozenCopyIsGone(@TempDir Path place) throws IOException {
    leaks.watchFiles(place);
    Path copy = place.resolve("store/shadow/a%2Fb");
    try (Twinhouse engine = Twinhouse.open("arrow:" + place.resolve("store"))) {
      create(engine);
      engine.execute("ALTER TABLE db.t FREEZE PARTITION 0 WITH NAME 'a/b'");
      engine.execute("ALTER TABLE db.t FREEZE PARTITION 1 WITH NAME 'a/b'");
      assertThatThrownBy(() -> engine.execute("ALTER TABLE db.t FREEZE WITH NAME 'a/b'"))
          .hasMessageContaining("is in the copy already");
      requireSound(copy);
      engine.execute("ALTER TABLE db.t UNFREEZE PARTITION 0 WITH NAME 'a/b'");
      requireSound(copy);
      assertThat(Files.exists(copy)).isTrue();
      engine.execute("ALTER TABLE db.t UNFREEZE WITH NAME 'a/b'");
      assertThat(Files.exists(copy)).isFalse();
    }
    requireSound(place.resolve("store"));
  }

  @Test
  void aHouseInMemorySaysThatItHasNoPlace() {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      create(engine);
      assertThatThrownBy(() -> engine.execute("ALTER TABLE db.t FREEZE"))
          .hasMessageContaining("not supported by a house in memory");
    }
  }
}
