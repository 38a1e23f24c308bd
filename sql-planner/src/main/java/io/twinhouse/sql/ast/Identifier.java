// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A name of one or more parts: {@code a}, {@code t.a}, {@code db.t.a}, and paths into tuples and
 * JSON, {@code data.user.id}, {@code data.n.:Int64}, {@code data.^user}. Which of the parts are
 * database, table, column and path is for analysis to find out. Quotes are not kept.
 */
public record Identifier(Position position, List<Part> parts) implements Expr {
  public Identifier {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("an identifier needs a part");
    }
  }

  /** A name from nowhere, of plain parts. */
  public static Identifier of(String... names) {
    List<Part> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(new Part(PartKind.NAME, name));
    }
    return new Identifier(Position.NONE, parts);
  }

  /** What a part of an identifier is. */
  public enum PartKind {
    /** A plain name. */
    NAME,
    /** {@code .:Type}: the values of one type at a JSON path; the text is the type's. */
    JSON_TYPE,
    /** {@code .^name}: the object at a JSON path. */
    JSON_OBJECT,
    /** {@code {name:Identifier}}: a query parameter of type Identifier; the text is its name. */
    PARAMETER
  }

  /** One part between dots. */
  public record Part(PartKind kind, String text) {
    /** As ClickHouse spells the part within the name of a sub-column. */
    public String spelled() {
      return switch (kind) {
        case NAME -> text;
        case JSON_TYPE -> ":`" + text + "`";
        case JSON_OBJECT -> "^`" + text + "`";
        case PARAMETER -> "{" + text + ":Identifier}";
      };
    }
  }

  /** Whether it is one plain name. */
  public boolean isSimple() {
    return parts.size() == 1 && parts.get(0).kind() == PartKind.NAME;
  }

  /** The text of the last part. */
  public String last() {
    return parts.get(parts.size() - 1).text();
  }

  /** The parts as ClickHouse spells them in names of sub-columns, {@code :`Int64`} for a type. */
  public List<String> path() {
    return parts.stream().map(Part::spelled).toList();
  }

  /** The parts joined by dots, unquoted: what ClickHouse calls the column. */
  public String name() {
    return parts.stream().map(Part::spelled).collect(Collectors.joining("."));
  }

  @Override
  public <R> R accept(ExprVisitor<R> visitor) {
    return visitor.identifier(this);
  }
}
