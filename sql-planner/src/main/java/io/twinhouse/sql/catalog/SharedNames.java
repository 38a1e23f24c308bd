// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.sql.ast.Query;
import io.twinhouse.sql.ast.Select;
import io.twinhouse.sql.ast.SetOperation;
import io.twinhouse.sql.statement.TreeParts;
import java.util.ArrayList;
import java.util.List;

/** Writes WITH of a union's first query before those behind it, as the server keeps views. */
final class SharedNames {

  private SharedNames() {}

  static Query in(Query query) {
    return (Query) part(query);
  }

  private static Object part(Object part) {
    if (part instanceof List<?> many) {
      List<Object> changed = new ArrayList<>(many.size());
      many.forEach(one -> changed.add(part(one)));
      return changed;
    }
    Object within =
        part instanceof Record record
            ? TreeParts.rebuild(record, inner -> inner == null ? null : part(inner))
            : part;
    return within instanceof SetOperation operation ? shared(operation) : within;
  }

  private static SetOperation shared(SetOperation operation) {
    List<Query> operands = new ArrayList<>();
    for (Query operand : operation.operands()) {
      boolean takes =
          operand instanceof Select select
              && select.with().isEmpty()
              && operation.operands().get(0) instanceof Select;
      operands.add(takes ? with((Select) operation.operands().get(0), (Select) operand) : operand);
    }
    return new SetOperation(
        operation.position(), operation.kind(), operation.quantifier(), operands);
  }

  private static Select with(Select first, Select next) {
    return next.toBuilder().with(first.with(), first.recursive()).build();
  }
}
