// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.parser;

/**
 * How large a query may be.
 *
 * @param maxQuerySize chars of a statement without the data of an INSERT; 0 for no limit
 *     (max_query_size)
 * @param maxParserDepth nesting while parsing (max_parser_depth)
 * @param maxTreeDepth depth of the tree (max_ast_depth)
 */
public record ParserLimits(int maxQuerySize, int maxParserDepth, int maxTreeDepth) {
  /** ClickHouse's defaults. */
  public static final ParserLimits DEFAULT = new ParserLimits(262_144, 1000, 1000);

  public ParserLimits {
    if (maxParserDepth > 1000 || maxTreeDepth > 1000) {
      throw new IllegalArgumentException("depth is limited by the thread's stack to 1000");
    }
  }
}
