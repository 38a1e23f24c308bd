// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.table;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.storage.arrow.commit.DetachedPart;
import io.twinhouse.storage.arrow.commit.FrozenParts;
import io.twinhouse.storage.arrow.commit.Ledger;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.PartitionMove;
import io.twinhouse.storage.arrow.commit.Snapshot;
import io.twinhouse.storage.arrow.commit.TableState;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.layout.TableLayout;
import io.twinhouse.storage.arrow.part.Part;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Takes whole parts out of a table, puts them aside and in again. Stateless. */
public final class PartitionEditor {

  /** Moves take turns, since each holds two tables. */
  private static final Object MOVES = new Object();

  private final StoredTable table;

  PartitionEditor(StoredTable table) {
    this.table = table;
  }

  private PartStore store() {
    return table.store();
  }

  /** Removes parts. */
  public void drop(PartSelection which) throws IOException {
    take(which, false);
  }

  /** Puts parts aside. */
  public void detach(PartSelection which) throws IOException {
    take(which, true);
  }

  /** Copies parts, as they are now, into another directory. */
  public void freeze(PartSelection which, Directory copy) throws IOException {
    synchronized (table.publication()) {
      FrozenParts.add(store(), which, copy);
    }
  }

  private void take(PartSelection which, boolean keep) throws IOException {
    synchronized (table.publication()) {
      try (Snapshot snapshot = store().snapshot()) {
        List<PartState> gone = chosen(snapshot.state(), which);
        if (gone.isEmpty() && which.isPart()) {
          throw new TwinhouseException(
              ErrorCode.NO_SUCH_DATA_PART, "No part " + which.text() + " in committed state.");
        }
        Ledger ledger = forgetting(which);
        List<DetachedPart> detached = new ArrayList<>(ledger.detached());
        if (keep) {
          gone.forEach(part -> detached.add(aside(part.part())));
        }
        if (!gone.isEmpty() || !ledger.equals(store().ledger())) {
          table.publishResolved(without(snapshot.state(), gone), ledger.with(detached));
        }
      }
    }
  }

  private static List<PartState> chosen(TableState state, Predicate<PartId> which) {
    return state.parts().stream().filter(part -> which.test(part.part().id())).toList();
  }

  private static TableState without(TableState state, List<PartState> gone) {
    Set<PartState> removed = new HashSet<>(gone);
    return new TableState(state.parts().stream().filter(p -> !removed.contains(p)).toList());
  }

  /** Inserts into partitions that go may come again. */
  private Ledger forgetting(PartSelection which) {
    Ledger ledger = store().ledger();
    if (which.isPart() && !ledger.inserts().entries().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "DROP and DETACH of a single part are not supported by the embedded store for a table"
              + " that recognises inserts (non_replicated_deduplication_window); name its"
              + " partition");
    }
    return switch (which.kind()) {
      case ALL -> ledger.with(ledger.inserts().without(partition -> true));
      case PART -> ledger;
      default -> ledger.with(ledger.inserts().without(which.text()::equals));
    };
  }

  private DetachedPart aside(Part part) {
    return new DetachedPart(part.id(), part.rows(), part.bytes(), columns());
  }

  private List<String> columns() {
    TableLayout layout = table.layout();
    List<String> columns = new ArrayList<>();
    for (int c = 0; c < layout.columns().size(); c++) {
      if (layout.isStored(c)) {
        ColumnDefinition column = layout.columns().get(c);
        columns.addAll(List.of(column.name(), layout.name(c), column.type().name()));
      }
    }
    return columns;
  }

  /** Takes back parts that were put aside. */
  public void attach(PartSelection which) throws IOException {
    synchronized (table.publication()) {
      List<DetachedPart> chosen = detached(which);
      if (chosen.isEmpty()) {
        return;
      }
      chosen.forEach(this::requireSameColumns);
      Ledger ledger = store().ledger();
      List<DetachedPart> left = new ArrayList<>(ledger.detached());
      left.removeAll(chosen);
      List<PartState> opened = new ArrayList<>();
      try (Snapshot snapshot = store().snapshot()) {
        List<PartState> parts = new ArrayList<>(snapshot.state().parts());
        for (DetachedPart part : chosen) {
          long block = store().nextBlock();
          PartId id = new PartId(part.id().number(), part.id().partition(), block, block, 0);
          opened.add(PartState.plain(Part.open(id, table.format(), store().directory())));
        }
        parts.addAll(opened);
        table.publishResolved(new TableState(parts), ledger.with(left));
      } catch (IOException | RuntimeException e) {
        opened.forEach(StoredTable::abandon);
        throw e;
      }
    }
  }

  /** In order of age. */
  private List<DetachedPart> detached(PartSelection which) {
    List<DetachedPart> chosen =
        store().ledger().detached().stream()
            .filter(part -> which.test(part.id()))
            .sorted((a, b) -> a.id().compareTo(b.id()))
            .toList();
    if (chosen.isEmpty() && which.isPart()) {
      throw new TwinhouseException(
          ErrorCode.BAD_DATA_PART_NAME, "Detached part \"" + which.text() + "\" not found.");
    }
    return chosen;
  }

  /** A column of another type or name since then would be read as one that was never there. */
  private void requireSameColumns(DetachedPart part) {
    List<String> then = part.columns();
    Map<String, List<String>> names = new LinkedHashMap<>();
    Map<String, List<String>> streams = new LinkedHashMap<>();
    for (int i = 0; i < then.size(); i += 3) {
      names.put(then.get(i), then.subList(i, i + 3));
      streams.put(then.get(i + 1), then.subList(i, i + 3));
    }
    List<String> now = columns();
    for (int i = 0; i < now.size(); i += 3) {
      List<String> column = now.subList(i, i + 3);
      boolean same = column.equals(names.getOrDefault(column.get(0), column));
      if (!same || !column.equals(streams.getOrDefault(column.get(1), column))) {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "ATTACH of part "
                + part.id().name()
                + " is not supported by the embedded store: column "
                + column.get(0)
                + " was renamed, converted or made anew since it was detached");
      }
    }
  }

  /** Removes parts that were put aside. */
  public void dropDetached(PartSelection which) throws IOException {
    synchronized (table.publication()) {
      List<DetachedPart> chosen = detached(which);
      if (chosen.isEmpty()) {
        return;
      }
      List<DetachedPart> left = new ArrayList<>(store().ledger().detached());
      left.removeAll(chosen);
      try (Snapshot snapshot = store().snapshot()) {
        store().publish(snapshot.state(), Set.of(), store().ledger().with(left));
      }
      store().delete(chosen);
    }
  }

  /** Lets a column of some parts begin anew with its default. */
  public void clear(PartSelection which, String column) throws IOException {
    table.rewrite(
        part ->
            which.test(part.part().id())
                ? PartRewrite.cleared(
                    part, table.layout(), table.layout().readable(column), store(), table.memory())
                : part);
  }

  /**
   * Adds copies of another table's parts.
   *
   * @param replace whether parts of the partition that are there go
   */
  public void copy(StoredTable source, PartSelection which, boolean replace) throws IOException {
    PartCopy copies = new PartCopy(source, table);
    copies.check();
    if (source == table && replace) {
      return;
    }
    try (Snapshot there = source.snapshot()) {
      List<PartState> chosen = chosen(there.state(), which);
      if (chosen.isEmpty() && replace) {
        throw new TwinhouseException(
            ErrorCode.BAD_ARGUMENTS,
            "Source table "
                + source.definition().name()
                + " has no parts in partition "
                + which.text()
                + ": refusing `REPLACE PARTITION` because it would silently drop the destination"
                + " partition");
      }
      if (!chosen.isEmpty()) {
        copy(copies, chosen, which, replace);
      }
    }
  }

  private void copy(PartCopy copies, List<PartState> chosen, PartSelection which, boolean replace)
      throws IOException {
    synchronized (table.publication()) {
      List<PartState> copied = new ArrayList<>();
      try (Snapshot here = store().snapshot()) {
        if (replace) {
          // on the server the removal of what was there has a block of its own
          store().nextBlock();
        }
        for (PartState part : chosen) {
          copied.add(copies.copy(part.part()));
        }
        List<PartState> old = replace ? chosen(here.state(), which) : List.of();
        List<PartState> parts = new ArrayList<>(without(here.state(), old).parts());
        parts.addAll(copied);
        table.publishResolved(new TableState(parts), store().ledger());
      } catch (IOException | RuntimeException e) {
        copied.forEach(StoredTable::abandon);
        throw e;
      }
    }
  }

  /**
   * Moves a partition to another table, in one step for both.
   *
   * @param route between their directories
   */
  public void move(PartSelection which, StoredTable target, PartitionMove.Route route)
      throws IOException {
    PartCopy copies = new PartCopy(table, target);
    copies.check();
    if (target == table) {
      return;
    }
    synchronized (MOVES) {
      synchronized (table.publication()) {
        synchronized (target.publication()) {
          moveLocked(which, target, copies, route);
        }
      }
    }
  }

  private void moveLocked(
      PartSelection which, StoredTable target, PartCopy copies, PartitionMove.Route route)
      throws IOException {
    List<PartState> copied = new ArrayList<>();
    try (Snapshot here = store().snapshot();
        Snapshot there = target.snapshot()) {
      List<PartState> chosen = chosen(here.state(), which);
      if (chosen.isEmpty()) {
        return;
      }
      Set<Integer> numbers = new HashSet<>();
      for (PartState part : chosen) {
        numbers.add(part.part().id().number());
        copied.add(copies.copy(part.part()));
      }
      List<PartState> parts = new ArrayList<>(there.state().parts());
      parts.addAll(copied);
      PartStore.Change arrival = target.resolved(new TableState(parts));
      PartStore.Change departure = table.resolved(without(here.state(), chosen));
      PartitionMove move = PartitionMove.along(route, numbers);
      store().publishMove(route.root(), move, departure, target.store(), arrival);
    } catch (IOException | RuntimeException e) {
      table.forgetVersions();
      target.forgetVersions();
      copied.forEach(StoredTable::abandon);
      throw e;
    }
  }

  /** Removes the parts of a move that has arrived elsewhere. */
  public void endMove(PartitionMove move) throws IOException {
    synchronized (table.publication()) {
      try (Snapshot snapshot = store().snapshot()) {
        List<PartState> gone =
            chosen(snapshot.state(), part -> move.parts().contains(part.number()));
        if (!gone.isEmpty()) {
          table.publishResolved(without(snapshot.state(), gone), store().ledger());
        }
      }
    }
  }
}
