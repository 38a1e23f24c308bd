// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ConstraintDefinition;
import io.twinhouse.engine.spi.IndexDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.TableElements;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Indexes, constraints and codecs as definitions keep them. */
final class TableParts {

  /** Kinds that never change an answer; the store prunes by means of its own. */
  private static final Set<String> INDEXES =
      Set.of("minmax", "set", "bloom_filter", "tokenbf_v1", "ngrambf_v1", "sparse_grams", "text");

  /** One entry of a text index is for a whole part, whatever its GRANULARITY says. */
  private static final long WHOLE_PART = 100_000_000;

  private TableParts() {}

  static List<IndexDefinition> indexes(TableElements elements) {
    return elements.indexes().stream().map(TableParts::index).toList();
  }

  static IndexDefinition index(TableElements.Index index) {
    String kind = index.type().name();
    if (!INDEXES.contains(kind)) {
      throw unknown(index.name(), kind);
    }
    if (kind.equals("set") && !named(index.type()).matches("set\\(\\d+\\)")) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_QUERY, "Set index must have exactly one argument.");
    }
    if (Long.parseUnsignedLong(index.granularity()) == 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Index GRANULARITY must be a positive integer.");
    }
    return new IndexDefinition(
        index.name(),
        SqlPrinter.keep(index.expression()),
        named(index.type()),
        kind.equals("text") ? WHOLE_PART : Long.parseUnsignedLong(index.granularity()));
  }

  private static TwinhouseException unknown(String name, String kind) {
    if (kind.equals("hypothesis")) {
      return new TwinhouseException(
          ErrorCode.ILLEGAL_INDEX,
          "Index of type 'hypothesis' is no longer supported. Please drop the index: When"
              + " validating secondary index `"
              + name
              + "`.");
    }
    String known = kind.toLowerCase(Locale.ROOT);
    if (INDEXES.contains(known) || known.equals("vector_similarity")) {
      return StatementPreparer.notImplemented("An index of type " + kind);
    }
    return new TwinhouseException(
        ErrorCode.INCORRECT_QUERY,
        "Unknown Index type '" + kind + "': When validating secondary index `" + name + "`.");
  }

  static List<ConstraintDefinition> constraints(TableElements elements) {
    return elements.constraints().stream().map(TableParts::constraint).toList();
  }

  static ConstraintDefinition constraint(TableElements.Constraint constraint) {
    return new ConstraintDefinition(
        constraint.name(), constraint.assumed(), SqlPrinter.keep(constraint.expression()));
  }

  static List<TableDefinition.Projection> projections(TableElements elements) {
    return elements.projections().stream().map(TableParts::projection).toList();
  }

  static TableDefinition.Projection projection(TableElements.Projection projection) {
    return new TableDefinition.Projection(projection.name(), SqlPrinter.print(projection.query()));
  }

  private static String named(Call call) {
    return call.arguments().isEmpty() ? call.name() : SqlPrinter.print(call);
  }
}
