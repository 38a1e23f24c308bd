// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.check;

import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.PartInfo;
import io.twinhouse.storage.arrow.commit.PartStore;
import io.twinhouse.storage.arrow.commit.Snapshot;
import io.twinhouse.storage.arrow.part.PartId;
import io.twinhouse.storage.arrow.part.PartState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Verifies parts of a table that is in use: the newest state, whatever is written meanwhile. */
public final class PartVerdicts {

  private PartVerdicts() {}

  /**
   * One verdict for each chosen part, in order.
   *
   * @param parent where what is read at once is reserved
   */
  public static List<PartInfo.Verdict> of(
      String table, PartStore store, Predicate<PartId> chosen, MemoryContext parent) {
    List<PartInfo.Verdict> verdicts = new ArrayList<>();
    try (Snapshot snapshot = store.snapshot();
        MemoryContext memory =
            parent.child(MemoryLevel.OPERATOR, "check", MemoryContext.UNLIMITED)) {
      for (PartState part : snapshot.state().parts()) {
        if (chosen.test(part.part().id())) {
          List<String> problems = new ArrayList<>();
          new PartCheck(table, part, store.dictionaries(), memory, problems).run();
          String problem = problems.isEmpty() ? "" : problems.get(0);
          verdicts.add(new PartInfo.Verdict(part.part().id().name(), problem));
        }
      }
    }
    return verdicts;
  }

  /**
   * One verdict for each of a table's files; what is wrong with a part is said of the first one.
   *
   * @param files as the server names them, in order
   */
  public static List<PartInfo.Verdict> ofFiles(
      String table, PartStore store, List<String> files, MemoryContext parent) {
    String problem =
        of(table, store, part -> true, parent).stream()
            .map(PartInfo.Verdict::problem)
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse("");
    List<PartInfo.Verdict> verdicts = new ArrayList<>();
    for (String file : files) {
      verdicts.add(new PartInfo.Verdict(file, verdicts.isEmpty() ? problem : ""));
    }
    return verdicts;
  }
}
