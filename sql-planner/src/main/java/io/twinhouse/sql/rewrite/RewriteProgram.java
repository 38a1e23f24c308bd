// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.rewrite;

import io.twinhouse.engine.frontend.Note;
import io.twinhouse.engine.frontend.Rewrites;
import io.twinhouse.sql.rel.RelQuery;
import io.twinhouse.sql.rel.RexFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.calcite.rex.RexNode;

/** The rewrites that one query was asked for, in their order, and the notes they left. */
public final class RewriteProgram {

  private final Rewrites rewrites;
  private final boolean dictionaries;
  private final RexFactory rex;
  private final List<RewriteRule> rules = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  /**
   * A program for one query.
   *
   * @param dictionaries whether the house counts distinct strings by dictionary id and resolves
   *     FINAL when rows arrive, as the embedded one does
   * @param constants binds constant expression text, parameters included
   */
  public RewriteProgram(
      Rewrites rewrites,
      boolean dictionaries,
      RexFactory rex,
      Function<String, RexNode> constants) {
    this.rewrites = rewrites;
    this.dictionaries = dictionaries;
    this.rex = rex;
    if (rewrites.window() != null) {
      rules.add(
          new BoundWindow(rewrites.window(), rewrites.allHistory(), rex, constants, notes::add));
    }
    if (rewrites.sample() != null) {
      rules.add(new SampleConsistently(rewrites.sample(), rex, notes::add));
    }
    if (rewrites.hashedDistinct()) {
      rules.add(new HashDistinct(dictionaries, rex, notes::add));
    }
  }

  /**
   * Applies the rules to the analysed query, in which scans still read all columns.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS where a rewrite would change
   *     the meaning
   */
  public RelQuery rewrite(RelQuery query) {
    RelQuery current = query;
    for (RewriteRule rule : rules) {
      current = rule.apply(current);
    }
    return current;
  }

  /**
   * Looks for unbounded grouping in the optimised query.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException QUERY_NOT_ALLOWED if the guard refuses
   */
  public void guard(RelQuery optimised) {
    if (rewrites.guard() != Rewrites.Guard.OFF) {
      new Guard(rewrites, notes::add).check(optimised);
    }
  }

  /**
   * Shares what the optimised query computes more than once, if that was asked for.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS for what says something else
   *     each time
   */
  public RelQuery share(RelQuery optimised) {
    return rewrites.shared() ? new ShareSubqueries(notes::add).apply(optimised) : optimised;
  }

  /**
   * Rewrites FINAL in the trimmed query, in which scans read what is used, if that was asked for.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS for a table whose newest
   *     versions argMax can not tell
   */
  public RelQuery latest(RelQuery trimmed) {
    return rewrites.latest() == Rewrites.Latest.ARG_MAX
        ? new LatestByArgMax(dictionaries, rex, notes::add).apply(trimmed)
        : trimmed;
  }

  /** What was done so far, in order. */
  public List<Note> notes() {
    return List.copyOf(notes);
  }
}
