// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.function;

import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.ScalarFunction;
import io.twinhouse.engine.function.define.FunctionFamily;
import java.util.List;

/** The functions over texts of queries. */
public final class QueryTextLibrary implements FunctionLibrary {

  @Override
  public List<ScalarFunction> scalars() {
    FunctionFamily family = new FunctionFamily("Texts of queries");
    family.add("formatQuery", call -> QueryLayout.LINES.bind(call, false));
    family.add("formatQueryOrNull", call -> QueryLayout.LINES.bind(call, true));
    family.add("formatQuerySingleLine", call -> QueryLayout.LINE.bind(call, false));
    family.add("formatQuerySingleLineOrNull", call -> QueryLayout.LINE.bind(call, true));
    family.add("normalizeQuery", call -> NormalizedQuery.bindText(call, false));
    family.add("normalizeQueryKeepNames", call -> NormalizedQuery.bindText(call, true));
    family.add("normalizedQueryHash", call -> NormalizedQuery.bindHash(call, false));
    family.add("normalizedQueryHashKeepNames", call -> NormalizedQuery.bindHash(call, true));
    return family.functions();
  }
}
