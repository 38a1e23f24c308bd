// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.spi.ExpressionCompiler;
import io.twinhouse.engine.spi.PartitionChoice;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.write.PartitionIds;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which parts of a table a statement is about.
 *
 * @param kind never {@link PartitionChoice.Kind#VALUE}
 * @param text id of a partition, or name of a part
 */
public record PartSelection(PartitionChoice.Kind kind, String text) implements Predicate<PartId> {

  private static final Pattern NAME = Pattern.compile(".+_-?\\d+_\\d+_\\d+(_\\d+)?");

  /**
   * @throws TwinhouseException BAD_DATA_PART_NAME
   */
  public PartSelection {
    if (kind == PartitionChoice.Kind.PART && !NAME.matcher(text).matches()) {
      throw new TwinhouseException(
          ErrorCode.BAD_DATA_PART_NAME, "Unexpected part name: " + text + " for format version: 1");
    }
  }

  /**
   * The parts that a statement names.
   *
   * @throws TwinhouseException INVALID_PARTITION_VALUE, BAD_DATA_PART_NAME
   */
  public static PartSelection of(
      PartitionChoice choice,
      TableLayout layout,
      ExpressionCompiler compiler,
      MemoryContext memory) {
    return choice.kind() == PartitionChoice.Kind.VALUE
        ? new PartSelection(
            PartitionChoice.Kind.ID, PartitionIds.of(choice.text(), layout, compiler, memory))
        : new PartSelection(choice.kind(), choice.text());
  }

  @Override
  public boolean test(PartId id) {
    return test(id.name(), id.partition());
  }

  /** Whether a part of this name and partition is meant. */
  public boolean test(String name, String partition) {
    return switch (kind) {
      case ALL -> true;
      case PART -> name.equals(text);
      default -> partition.equals(text);
    };
  }

  boolean isPart() {
    return kind == PartitionChoice.Kind.PART;
  }
}
