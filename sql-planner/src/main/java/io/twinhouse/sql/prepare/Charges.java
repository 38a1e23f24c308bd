// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.prepare;

import io.twinhouse.engine.frontend.Statement.Charge;
import io.twinhouse.sql.ast.FromItem;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.statement.Inspection;
import java.util.Set;

/** What quotas count of a query. */
final class Charges {

  /** Tables that may be read however much was used. */
  private static final Set<String> FREE =
      Set.of("one", "quotas", "quota_limits", "quota_usage", "quotas_usage");

  private Charges() {}

  static Charge of(Query query) {
    return isFree(query) ? Charge.NOTHING : Charge.SELECT;
  }

  private static boolean isFree(Query query) {
    if (query instanceof SetOperation operation) {
      return operation.operands().stream().allMatch(Charges::isFree);
    }
    FromItem from = ((Select) query).from();
    if (from == null) {
      return true;
    }
    return from instanceof FromItem.Table table
        && table.source() instanceof FromItem.Named named
        && isFree(named.name());
  }

  private static boolean isFree(Identifier name) {
    return name.parts().size() == 2
        && name.parts().get(0).text().equals("system")
        && FREE.contains(name.last());
  }

  static Charge of(Inspection.Show show) {
    return switch (show.subject()) {
      case GRANTS, ACCESS, QUOTAS, CURRENT_QUOTA -> Charge.NOTHING;
      default -> Charge.SELECT;
    };
  }

  static Charge of(Inspection.ShowCreate show) {
    return switch (show.kind()) {
      case TABLE, VIEW, DICTIONARY, DATABASE -> Charge.STATEMENT;
      default -> Charge.NOTHING;
    };
  }
}
