// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Identifier;
import io.twinhouse.sql.ast.Identifier.Part;
import io.twinhouse.sql.ast.Identifier.PartKind;
import io.twinhouse.sql.print.SqlPrinter;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rex.RexNode;

/** Values of {@code {name:Type}}: text in TSV's escaping, read as the type. */
public final class Parameters {

  private final AnalysisContext context;

  public Parameters(AnalysisContext context) {
    this.context = context;
  }

  public RexNode value(Expr.Parameter parameter) {
    Type type = TypeParser.parse(SqlPrinter.print(parameter.type()));
    if (type.isNullable() && isNull(parameter.name())) {
      return context.rex().cast(new Literals(context.rex()).nullValue(), type);
    }
    return new ParameterValue(parameter.name(), type, text(parameter.name())).read(context);
  }

  /** One that nobody set is NULL where its type has that. */
  private boolean isNull(String name) {
    String text = context.planning().parameters().get(name);
    return text == null || text.equals("\\N");
  }

  /** The name with the parts that are parameters of type Identifier replaced. */
  public Identifier substitute(Identifier identifier) {
    if (identifier.parts().stream().noneMatch(p -> p.kind() == PartKind.PARAMETER)) {
      return identifier;
    }
    List<Part> parts = new ArrayList<>();
    for (Part part : identifier.parts()) {
      if (part.kind() == PartKind.PARAMETER) {
        // one name, dots and all
        parts.add(new Part(PartKind.NAME, text(part.text())));
      } else {
        parts.add(part);
      }
    }
    return new Identifier(identifier.position(), parts);
  }

  private String text(String name) {
    String text = context.planning().parameters().get(name);
    if (text == null) {
      throw Failures.of(
          ErrorCode.UNKNOWN_QUERY_PARAMETER, "Substitution `" + name + "` is not set.");
    }
    return text;
  }
}
