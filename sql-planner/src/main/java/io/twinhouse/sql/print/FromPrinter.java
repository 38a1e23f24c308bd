// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.print;

import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.FromItem.JoinKind;
import io.twinhouse.sql.ast.FromItem.Locality;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Prints tables and joins. */
final class FromPrinter {
  private final SqlText text;
  private final ExprPrinter expressions;
  private final QueryPrinter queries;

  FromPrinter(SqlText text, ExprPrinter expressions, QueryPrinter queries) {
    this.text = text;
    this.expressions = expressions;
    this.queries = queries;
  }

  void item(FromItem item) {
    if (item instanceof FromItem.Table table) {
      table(table);
    } else if (item instanceof FromItem.Join join) {
      join(join);
    } else if (item instanceof FromItem.ArrayJoin join) {
      item(join.left());
      text.gap().add(join.outer() ? "LEFT ARRAY JOIN" : "ARRAY JOIN");
      text.behind(join.expressions(), expressions::element);
    }
  }

  /** An item behind a keyword or a comma: a query in brackets begins a line of its own. */
  void behind(FromItem item) {
    if (leftmost(item) instanceof FromItem.Derived) {
      text.gap();
    } else {
      text.add(" ");
    }
    item(item);
  }

  private static FromItem.@Nullable Source leftmost(FromItem item) {
    if (item instanceof FromItem.Join join) {
      return leftmost(join.left());
    }
    if (item instanceof FromItem.ArrayJoin join) {
      return leftmost(join.left());
    }
    return item instanceof FromItem.Table table ? table.source() : null;
  }

  private void table(FromItem.Table table) {
    source(table.source());
    if (table.alias() != null) {
      text.add(" AS ").name(table.alias());
      if (!table.columns().isEmpty()) {
        text.add(text.isShown() ? "" : " ").bracketed(table.columns(), text::name);
      }
    }
    if (table.isFinal()) {
      text.gap().add("FINAL");
    }
    if (table.sample() != null) {
      text.gap().add("SAMPLE ");
      ratio(table.sample().ratio());
      if (table.sample().offset() != null) {
        text.add(" OFFSET ");
        ratio(table.sample().offset());
      }
    }
  }

  private void ratio(FromItem.Ratio ratio) {
    if (text.isShown()) {
      text.add(fraction(ratio));
      return;
    }
    text.add(ratio.numerator());
    if (!ratio.denominator().equals("1")) {
      text.add(" / ").add(ratio.denominator());
    }
  }

  /** The server keeps whole numbers of 128 bits: 1.5 / 3 is 15 / 30. */
  private static String fraction(FromItem.Ratio ratio) {
    WholeRatio over = WholeRatio.of(ratio.numerator());
    WholeRatio under = WholeRatio.of(ratio.denominator());
    BigInteger numerator = over.above().multiply(under.below()).min(WholeRatio.MOST);
    BigInteger denominator = over.below().multiply(under.above()).min(WholeRatio.MOST);
    return denominator.equals(BigInteger.ONE) ? "" + numerator : numerator + " / " + denominator;
  }

  private void source(FromItem.Source source) {
    if (source instanceof FromItem.Named named) {
      expressions.identifier(named.name());
    } else if (source instanceof FromItem.Function function) {
      function(function);
    } else if (source instanceof FromItem.Derived derived) {
      text.enclosed(() -> queries.query(derived.query()));
    }
  }

  private void function(FromItem.Function function) {
    Call call = function.call();
    text.function(call.name()).add("(");
    boolean view =
        call.name().equalsIgnoreCase("view")
            && call.arguments().size() == 1
            && call.arguments().get(0) instanceof Expr.Subquery;
    if (view && text.isShown()) {
      text.within(() -> queries.query(((Expr.Subquery) call.arguments().get(0)).query()));
    } else if (view) {
      queries.query(((Expr.Subquery) call.arguments().get(0)).query());
    } else {
      expressions.arguments(call.arguments());
    }
    if (!function.settings().isEmpty()) {
      text.add(call.arguments().isEmpty() ? "SETTINGS " : ", SETTINGS ");
      text.list(function.settings(), queries::setting);
    }
    text.add(")");
  }

  private void join(FromItem.Join join) {
    item(join.left());
    if (join.kind() == JoinKind.COMMA) {
      text.add(",");
    } else {
      text.gap();
      if (join.locality() == Locality.GLOBAL || (isLocal(join) && !text.isShown())) {
        text.add(join.locality().name()).add(" ");
      }
      text.add(join.condition() instanceof FromItem.Natural ? "NATURAL " : "");
      String strictness = join.strictness() == null ? "" : join.strictness().name() + " ";
      boolean outer = text.isShown() && join.kind() == JoinKind.FULL;
      text.add(text.isShown() ? strictness : "").add(join.kind().name());
      text.add(outer ? " OUTER " : " ");
      text.add(text.isShown() ? "" : strictness).add("JOIN");
    }
    right(join.right());
    if (join.condition() instanceof FromItem.On on) {
      text.add(" ON ");
      expressions.element(on.expression());
    } else if (join.condition() instanceof FromItem.Using using) {
      text.add(" USING (");
      expressions.elements(using.columns());
      text.add(")");
    }
  }

  private static boolean isLocal(FromItem.Join join) {
    return join.locality() == Locality.LOCAL;
  }

  /** Only a single table may stand on the right without brackets. */
  private void right(FromItem right) {
    if (right instanceof FromItem.Table) {
      behind(right);
    } else {
      text.add(" (");
      item(right);
      text.add(")");
    }
  }
}
