// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.TextFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of two tables' manifests, which are two files: before the first is written, the store's
 * directory gets a file that says what is going on. The target's commit decides: when the store is
 * opened, parts that have arrived there go from the source.
 *
 * @param id different for each move
 * @param source directory of the table that loses parts
 * @param target directory of the table that gets copies of them
 * @param parts their numbers in the source
 */
public record PartitionMove(String id, String source, String target, Set<Integer> parts) {

  /**
   * Where a move goes.
   *
   * @param root directory of both tables' store
   * @param source name of the directory of the table that loses parts
   * @param target name of the other's
   */
  public record Route(Directory root, String source, String target) {}

  private static final String FILE = "move";
  private static final int VERSION = 1;

  public PartitionMove {
    parts = Set.copyOf(parts);
  }

  /** A move of parts with these numbers. */
  public static PartitionMove along(Route route, Set<Integer> parts) {
    String id = UUID.randomUUID().toString();
    return new PartitionMove(id, route.source(), route.target(), parts);
  }

  /** Says in the store's directory that it has begun. */
  public void begin(Directory root) throws IOException {
    List<List<String>> records = new ArrayList<>();
    records.add(List.of("move", id, source, target));
    new TreeSet<>(parts).forEach(part -> records.add(List.of("part", Integer.toString(part))));
    TextFile.write(root, FILE, FILE, VERSION, records);
  }

  /** The move that was not ended; null if there is none. */
  public static @Nullable PartitionMove begun(Directory root) throws IOException {
    if (!root.exists(FILE)) {
      return null;
    }
    List<List<String>> records = TextFile.read(root, FILE, FILE, VERSION);
    try {
      List<String> move = records.get(0);
      Set<Integer> parts = new TreeSet<>();
      for (List<String> record : records.subList(1, records.size())) {
        parts.add(Integer.valueOf(record.get(1)));
      }
      return new PartitionMove(move.get(1), move.get(2), move.get(3), parts);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new CorruptFileException(FILE, "a record cannot be read: " + e.getMessage());
    }
  }

  /** Whether the target has committed. */
  public boolean hasArrived(Directory root) throws IOException {
    return root.directories().contains(target)
        && Manifest.read(root.directory(target)).ledger().arrived().equals(id);
  }

  /** It is over, in one way or the other. */
  public static void end(Directory root) throws IOException {
    if (root.exists(FILE)) {
      root.delete(FILE);
    }
  }
}
