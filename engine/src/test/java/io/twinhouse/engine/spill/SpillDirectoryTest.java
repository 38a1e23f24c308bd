// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.RandomColumns;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.JavaValues;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows come back as they went, files are bounded, and nothing is left behind. */
class SpillDirectoryTest {

  @TempDir Path parent;
  private final MemoryContext memory = MemoryContext.root("test", MemoryContext.UNLIMITED);

  @AfterEach
  void nothingIsHeld() {
    assertThat(memory.reservedBytes()).isZero();
  }

  @Test
  void rowsOfAllTypesComeBack() {
    long seed = RandomColumns.seed();
    RandomColumns random = new RandomColumns(seed);
    SpillDirectory directory = SpillDirectory.below(parent);
    for (int round = 0; round < 100; round++) {
      Type type = random.anyType();
      try (MemoryContext own = MemoryContext.root("round", MemoryContext.UNLIMITED);
          SpillSpace space = new SpillSpace(directory, 0, SpillThresholds.NONE, List.of())) {
        SpilledRows rows = space.open(List.of(type), own).rows();
        List<Object> expected = new ArrayList<>();
        for (int batches = random.below(4); batches >= 0; batches--) {
          Column column = random.column(type, 1 + random.below(5000));
          rows.append(Batch.of(column.size(), column));
          addAll(type, column, expected);
        }
        List<Object> found = new ArrayList<>();
        try (Reservation held = new Reservation(own)) {
          SpilledRows.Reader reader = rows.reader(held);
          for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
            addAll(type, batch.column(0), found);
          }
        }
        assertThat(found)
            .as(type.name() + ", replay with -Dtwinhouse.seed=" + Long.toHexString(seed))
            .isEqualTo(expected);
      }
    }
    directory.close();
    assertThat(parent).isEmptyDirectory();
  }

  private static void addAll(Type type, Column column, List<Object> target) {
    for (int row = 0; row < column.size(); row++) {
      target.add(JavaValues.get(type, column, row));
    }
  }

  @Test
  void leftoversOfDeadProcessesGoAndThoseOfLivingOnesStay() throws IOException {
    Path dead = Files.createDirectories(parent.resolve("spill-dead"));
    Files.createFile(dead.resolve("lock"));
    Files.write(dead.resolve("0"), new byte[100]);
    Path foreign = Files.createDirectories(parent.resolve("other"));
    SpillDirectory living = SpillDirectory.below(parent);
    assertThat(dead).doesNotExist();
    try (SpillFile file = living.create();
        SpillDirectory second = SpillDirectory.below(parent)) {
      file.append(new byte[10], 10);
      byte[] back = new byte[10];
      file.read(0, back, 10);
      assertThat(parent.toFile().list()).hasSize(2);
    }
    living.close();
    assertThat(parent.toFile().list()).containsExactly(foreign.getFileName().toString());
  }

  @Test
  void filesAreBounded() {
    SpillDirectory directory = SpillDirectory.below(parent);
    try (MemoryContext own = memory.child(memory.level(), "query", MemoryContext.UNLIMITED);
        SpillSpace space = new SpillSpace(directory, 1000, SpillThresholds.NONE, List.of())) {
      SpilledRows rows = space.open(List.of(new Field("n", IntegerType.INT64).type()), own).rows();
      Batch batch = Batch.of(500, LongColumn.of(new long[500]));
      rows.append(batch);
      assertThatThrownBy(() -> rows.append(batch))
          .isInstanceOfSatisfying(
              TwinhouseException.class,
              e -> assertThat(e.is(ErrorCode.TOO_MANY_ROWS_OR_BYTES)).isTrue())
          .hasMessageContaining("Limit for temporary files size exceeded (would consume ");
    }
    directory.close();
    assertThat(parent).isEmptyDirectory();
  }
}
