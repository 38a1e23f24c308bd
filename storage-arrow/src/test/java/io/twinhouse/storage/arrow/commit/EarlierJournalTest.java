// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.storage.arrow.TestHouse;
import io.twinhouse.storage.arrow.check.StoreCheck;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.file.FragileDisk;
import io.twinhouse.storage.arrow.format.v1.FormatV1;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** A store whose journal has the format before this one opens, with all of its inserts. */
final class EarlierJournalTest {

  private static final byte[] FIRST_HEAD = "THJOUR01".getBytes(StandardCharsets.US_ASCII);

  /** What a record says of an insert that is not to be recognised; the first format has no such. */
  private static final int UNLOGGED_BYTES = 16;

  @Test
  void insertsOfTheFirstFormatAreThere() throws IOException {
    try (FragileDisk disk = new FragileDisk()) {
      TestHouse house = TestHouse.open(disk.directory());
      TableDefinition table =
          house.create(
              "t", "ReplacingMergeTree", List.of("v"), List.of("k"), null, "k String", "v UInt32");
      house.insert(table, List.of(List.of("a", 1L), List.of("b", 1L)));
      house.insert(table, List.of(List.of("a", 2L)));
      house.insert(table, List.of(List.of("c", 1L)));
      disk.failFrom(1);
      house.close();
      disk.crash(false);
      rewrite(disk.directory().directory("table-1"));
      requireSound(disk);
      try (TestHouse opened = TestHouse.open(disk.directory())) {
        requireRows(opened, table, "[a, 2]", "[b, 1]", "[c, 1]");
        opened.insert(table, List.of(List.of("b", 3L)));
      }
      try (TestHouse opened = TestHouse.open(disk.directory())) {
        requireRows(opened, table, "[a, 2]", "[b, 3]", "[c, 1]");
      }
      requireSound(disk);
    }
  }

  private static void requireRows(TestHouse house, TableDefinition table, String... rows) {
    assertThat(house.read(table, true).stream().map(Object::toString))
        .containsExactlyInAnyOrder(rows);
  }

  private static void requireSound(FragileDisk disk) throws IOException {
    try (MemoryContext memory = MemoryContext.root("check", MemoryContext.UNLIMITED)) {
      assertThat(StoreCheck.run(disk.directory(), new FormatV1(), memory)).isEmpty();
    }
  }

  /** Writes the journal as the first format had it: records end before what is logged. */
  private static void rewrite(Directory directory) throws IOException {
    byte[] bytes;
    try (FileView view = directory.open(InsertJournal.FILE)) {
      bytes = view.bytes(0, Math.toIntExact(view.size()));
    }
    ByteBuffer now = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer first = ByteBuffer.allocate(bytes.length).order(ByteOrder.LITTLE_ENDIAN);
    first.put(FIRST_HEAD);
    int records = 0;
    for (int at = FIRST_HEAD.length; at < bytes.length; records++) {
      int body = now.getInt(at) - UNLOGGED_BYTES;
      CRC32C checksum = new CRC32C();
      checksum.update(bytes, at + 8, body);
      first.putInt(body).putInt((int) checksum.getValue()).put(bytes, at + 8, body);
      at += 8 + body + UNLOGGED_BYTES;
    }
    assertThat(records).isEqualTo(3);
    try (FileOutput output = directory.create(InsertJournal.FILE, first.position())) {
      output.write(first.array(), 0, first.position());
    }
  }
}
