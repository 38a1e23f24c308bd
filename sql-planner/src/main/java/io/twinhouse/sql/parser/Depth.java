// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/**
 * Counts how deep the parser is and how deep the tree gets. Chains such as {@code 1 + 1 + 1} make
 * deep trees without deep parsing, so both are needed.
 */
final class Depth {
  /** The server's max_ast_elements. */
  private static final long MOST_REPEATED = 50_000;

  private final ParserLimits limits;
  private int parser;
  private int tree;
  private long elements;
  private long repeated;

  Depth(ParserLimits limits) {
    this.limits = limits;
  }

  /**
   * Goes down. The weights make nested brackets and sub-queries fail at about the depth at which
   * the real server fails.
   */
  void enter(int weight) {
    parser += weight;
    if (parser > limits.maxParserDepth()) {
      throw new TwinhouseException(
          ErrorCode.TOO_DEEP_RECURSION,
          "Maximum parse depth ("
              + limits.maxParserDepth()
              + ") exceeded. Consider rising max_parser_depth parameter.");
    }
  }

  /** Comes back up. */
  void leave(int weight) {
    parser -= weight;
  }

  /** Starts the count of a new branch of the tree; the result goes to {@link #closeBranch}. */
  int openBranch() {
    int outer = tree;
    tree = 0;
    return outer;
  }

  /** Ends a branch: its siblings before it and it count by the deeper one. */
  void closeBranch(int outer) {
    tree = Math.max(outer, tree);
  }

  /** How many elements were made so far, to give to {@link #repeat}. */
  long elements() {
    return elements;
  }

  /**
   * What was read since there were {@code from} elements stands in the tree once more, as it does
   * on the server: what is repeated within itself doubles each time.
   */
  void repeat(long from) {
    long again = elements - from;
    elements += again;
    repeated += again;
    if (repeated > MOST_REPEATED) {
      throw new TwinhouseException(
          ErrorCode.TOO_BIG_AST, "AST is too big. Maximum: " + MOST_REPEATED + ".");
    }
  }

  /** Everything counted in this branch got a new parent. */
  void grow(int levels) {
    tree += levels;
    elements += levels;
    if (tree > limits.maxTreeDepth()) {
      throw new TwinhouseException(
          ErrorCode.TOO_DEEP_AST, "AST is too deep. Maximum: " + limits.maxTreeDepth());
    }
  }

  /** Both counts, to come back to when an attempt fails. */
  record State(int parser, int tree) {}

  State state() {
    return new State(parser, tree);
  }

  void restore(State state) {
    parser = state.parser();
    tree = state.tree();
  }
}
