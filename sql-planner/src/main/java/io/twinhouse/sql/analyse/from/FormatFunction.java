// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.from;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.structure.SampledInput;
import io.twinhouse.engine.format.structure.Structure;
import io.twinhouse.engine.insert.ReceivedStates;
import io.twinhouse.engine.json.column.ReceivedValues;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.sql.analyse.scope.Failures;
import io.twinhouse.sql.analyse.scope.Scope;
import io.twinhouse.sql.ast.Call;
import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.rel.ConstantRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** {@code format(name, structure, data)}: rows that stand in the query itself. */
final class FormatFunction {

  /** Bytes that states among the data may take while they are checked. */
  private static final long MOST_STATES = 256L << 20;

  private final Scope scope;

  FormatFunction(Scope scope) {
    this.scope = scope;
  }

  RelNode bind(Call call) {
    List<Expr> arguments = call.arguments();
    if (arguments.size() < 2 || arguments.size() > 3) {
      throw Failures.of(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Table function 'format' requires 2 or 3 arguments: format, [structure], data");
    }
    ConstantTexts texts = new ConstantTexts(scope, "format");
    String format = texts.of(arguments.get(0));
    byte[] data = texts.bytes(arguments.get(arguments.size() - 1));
    Formats.input(format);
    String columns = arguments.size() == 3 ? texts.of(arguments.get(1)) : "auto";
    FormatSettings settings = new FormatSettings(scope.context().settings());
    if (columns.equals("auto")) {
      Structure told = told(format, data, settings);
      format = told.format();
      columns = told.columns();
    }
    return rows(format, Structures.declared(columns), settings, data);
  }

  private static Structure told(String format, byte[] data, FormatSettings settings) {
    try {
      return Structure.of(format, new SampledInput(new ByteArrayInputStream(data)), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private RelNode rows(
      String format, Structures.Declared declared, FormatSettings settings, byte[] data) {
    Schema schema = declared.columns();
    BoundConstants constants = new BoundConstants(scope);
    List<ColumnBuilder> builders = new ArrayList<>();
    List<@Nullable Column> defaults = new ArrayList<>();
    for (int i = 0; i < schema.size(); i++) {
      builders.add(ColumnBuilder.of(schema.type(i)));
      String given = declared.defaults().get(i);
      defaults.add(given == null ? null : constants.ofDefault(given, schema.type(i)));
    }
    int rows = 0;
    try (RowReader reader =
        Formats.input(format).reader(schema, settings, new ByteArrayInputStream(data), constants)) {
      for (Batch batch = reader.next(); batch != null; batch = reader.next()) {
        for (int i = 0; i < builders.size(); i++) {
          append(builders.get(i), schema.field(i), reader, batch, defaults.get(i));
        }
        rows += batch.rows();
      }
    }
    List<Column> columns = builders.stream().map(ColumnBuilder::build).toList();
    Batch read = ReceivedValues.of(Batch.of(rows, columns), schema);
    try (MemoryContext memory = MemoryContext.root("format", MOST_STATES)) {
      ReceivedStates.require(read, schema, memory);
    }
    return ConstantRows.of(scope.context().cluster(), "format", schema, read);
  }

  private static void append(
      ColumnBuilder builder, Field field, RowReader reader, Batch batch, @Nullable Column unsaid) {
    int index = reader.schema().indexOf(field.name());
    boolean[] omitted = index < 0 ? null : reader.omitted(index);
    for (int row = 0; row < batch.rows(); row++) {
      boolean absent = index < 0 || (omitted != null && omitted[row]);
      if (absent && unsaid != null) {
        builder.append(unsaid, 0);
      } else if (index >= 0) {
        builder.append(batch.column(index), row);
      } else {
        builder.appendAbsent(field.type());
      }
    }
  }
}
