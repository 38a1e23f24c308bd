// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.Rewrites.Window;
import io.twinhouse.sql.rel.ReadTable;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.RexFactory;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;

/**
 * Pushes a metric's half-open window to every scan of a table with its time column, sub-queries and
 * join sides included, but for the scans that the metric says see all history: a first-seen date
 * computed within the window would turn old users into new ones, and is refused where nothing says
 * so.
 */
final class BoundWindow implements RewriteRule {

  private final Window window;
  private final Set<String> allHistory;
  private final RexFactory rex;
  private final Function<String, RexNode> constants;
  private final Consumer<Note> notes;

  /**
   * @param constants binds the text of a bound to a constant
   */
  BoundWindow(
      Window window,
      Set<String> allHistory,
      RexFactory rex,
      Function<String, RexNode> constants,
      Consumer<Note> notes) {
    this.window = window;
    this.allHistory = allHistory;
    this.rex = rex;
    this.constants = constants;
    this.notes = notes;
  }

  @Override
  public RelQuery apply(RelQuery query) {
    new FirstSeen(window.column(), allHistory).check(query);
    Set<String> unused = new TreeSet<>(allHistory);
    RelQuery bounded = query.map(root -> TreeWalk.rebuild(root, node -> bound(node, unused)));
    if (!unused.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The metric marks "
              + unused
              + " as seeing all history, but no scan of a table with the column '"
              + window.column()
              + "' has that alias");
    }
    return bounded;
  }

  private RelNode bound(RelNode node, Set<String> unused) {
    if (!(node instanceof ReadTable scan) || scan.indexOf(window.column()) < 0) {
      return node;
    }
    String alias = scan.source().alias();
    if (allHistory.contains(alias)) {
      unused.remove(alias);
      note("scan " + alias + " sees all history, as the metric says");
      return scan;
    }
    RexNode time = ScanCondition.column(scan, rex, scan.indexOf(window.column()));
    RexNode since = rex.truth(rex.call("greaterOrEquals", time, constants.apply(window.since())));
    RexNode until = rex.truth(rex.call("less", time, constants.apply(window.until())));
    note(
        "scan "
            + alias
            + " bounded to "
            + window.since()
            + " <= "
            + window.column()
            + " < "
            + window.until());
    return ScanCondition.add(scan, rex, List.of(since, until));
  }

  private void note(String text) {
    notes.accept(new Note("BoundWindow", text));
  }
}
