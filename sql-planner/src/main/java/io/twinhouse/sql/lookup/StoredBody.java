// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lookup;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.sql.parser.SqlParser;
import io.twinhouse.sql.print.SqlPrinter;
import io.twinhouse.sql.statement.Create;
import io.twinhouse.sql.statement.DictionaryBody;
import java.util.List;
import java.util.Map;

/**
 * How the catalog keeps a dictionary: as a table of its columns, whose engine has what stands
 * behind the name in CREATE DICTIONARY for its one argument.
 */
public final class StoredBody {

  private StoredBody() {}

  /** The entry of the catalog for a dictionary. */
  static TableDefinition write(
      TableName name, List<ColumnDefinition> columns, DictionaryBody body) {
    String comment = body.comment() == null ? "" : body.comment();
    return new TableDefinition(
        name,
        columns,
        TableDefinition.LOOKUP,
        List.of(SqlPrinter.print(body).strip()),
        List.of(),
        List.of(),
        null,
        null,
        null,
        Map.of(),
        comment);
  }

  /** What a dictionary of the catalog was said to be. */
  public static DictionaryBody read(TableDefinition dictionary) {
    String text = "CREATE DICTIONARY d " + dictionary.engineArguments().get(0);
    if (SqlParser.parseStatement(text) instanceof Create.Dictionary read && read.body() != null) {
      return read.body();
    }
    throw new TwinhouseException(
        ErrorCode.LOGICAL_ERROR, "Dictionary " + dictionary.name() + " can not be read: " + text);
  }

  /** The statement that makes it again, as SHOW CREATE prints it. */
  public static String shown(TableDefinition dictionary, boolean lines) {
    TableName name = dictionary.name();
    return "CREATE DICTIONARY "
        + SqlPrinter.name(name.database())
        + "."
        + SqlPrinter.name(name.table())
        + SqlPrinter.show(read(dictionary), lines);
  }
}
