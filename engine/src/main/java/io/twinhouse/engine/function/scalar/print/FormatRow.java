// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.print;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.Formats;
import io.twinhouse.engine.format.OutputFormat;
import io.twinhouse.engine.format.ResultFigures;
import io.twinhouse.engine.format.ResultWriter;
import io.twinhouse.engine.function.BindContext;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.json.column.ShownValues;
import io.twinhouse.engine.setting.SettingCatalog;
import io.twinhouse.engine.setting.SettingDefinition;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * formatRow and formatRowNoNewline: each row as a result of its own in some format. In place of the
 * format's name stands a pair of it and of the names that the other arguments have, which only the
 * planner knows.
 */
final class FormatRow {

  /** Formats that tell how long the query took, or how far it is. */
  private static final Set<String> TIMED =
      Set.of(
          "json",
          "jsonstrings",
          "jsoncompact",
          "jsoncompactstrings",
          "xml",
          "jsoneachrowwithprogress",
          "jsonstringseachrowwithprogress",
          "template");

  /** Formats of columns, blocks or whole results, which take no row. */
  private static final Set<String> ROWLESS =
      Set.of(
          "native",
          "null",
          "npy",
          "one",
          "arrow",
          "arrowstream",
          "parquet",
          "orc",
          "jsoncolumns",
          "jsoncompactcolumns",
          "jsoncolumnswithmetadata");

  static final UnaryOperator<FunctionTraits> TRAITS =
      traits -> traits.ownNulls().ownLowCardinality();

  private static final ResultFigures NO_FIGURES = new ResultFigures(0, 0, 0, -1);

  private FormatRow() {}

  static BoundFunction withNewline(CallSite call) {
    return bind(call, true);
  }

  static BoundFunction withoutNewline(CallSite call) {
    return bind(call, false);
  }

  private static BoundFunction bind(CallSite call, boolean newline) {
    if (call.size() < 2) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Function "
              + call.name()
              + " requires at least two arguments: the format name and its output expression(s)");
    }
    List<String> named = named(call);
    if (named.size() != call.size()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument to " + call.name() + " must be a format name");
    }
    String name = named.get(0);
    String lower = name.toLowerCase(Locale.ROOT);
    OutputFormat format = Formats.output(name);
    if (ROWLESS.contains(lower) || (lower.startsWith("pretty") && !lower.endsWith("ndjson"))) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot turn rows into a "
              + name
              + " format strings. "
              + call.name()
              + " function supports only row output formats");
    }
    if (TIMED.contains(lower)) {
      throw call.notImplemented("format " + name);
    }
    Schema schema = schema(call, named);
    FormatSettings settings = settings(call.context());
    ShownValues shown = new ShownValues(schema, call.context().zone());
    format.writer(schema, settings, new ByteArrayOutputStream());
    return Bound.of(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              Batch rows = shown.of(rows(invocation));
              ByteArrayOutputStream text = new ByteArrayOutputStream();
              return (row, out) -> {
                write(format.writer(schema, settings, text), rows.gather(new int[] {row}, 1));
                append(text.toByteArray(), newline, out);
                text.reset();
              };
            }));
  }

  /** The format's name and those of the columns; nothing if it is no constant String. */
  private static List<String> named(CallSite call) {
    Column first = call.argument(0).constant();
    if (first == null
        || !(call.type(0) instanceof TupleType pair)
        || !(pair.elements().get(0) instanceof StringType)
        || pair.elements().size() != 2) {
      return List.of();
    }
    TupleColumn values = (TupleColumn) first.flatten();
    List<String> named = new ArrayList<>();
    named.add(((BytesColumn) values.elements().get(0).flatten()).string(0));
    ArrayColumn names = (ArrayColumn) values.elements().get(1).flatten();
    BytesColumn texts = (BytesColumn) names.elements().flatten();
    for (int i = 0; i < names.length(0); i++) {
      named.add(texts.string(i));
    }
    return named;
  }

  private static Schema schema(CallSite call, List<String> named) {
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < call.size(); i++) {
      Type type = call.type(i);
      // dictionaries are gone where the rows are formatted
      fields.add(
          new Field(named.get(i), type instanceof LowCardinalityType coded ? coded.inner() : type));
    }
    return new Schema(fields);
  }

  /** What the query sets of all that formats ask for. */
  private static FormatSettings settings(BindContext context) {
    Map<String, String> changed = new HashMap<>();
    for (SettingDefinition setting : SettingCatalog.standard().all()) {
      String name = setting.name();
      boolean concerns =
          name.startsWith("format_")
              || name.startsWith("output_format_")
              || name.startsWith("date_time_")
              || name.startsWith("bool_");
      String value = concerns ? context.settings().value(name) : "";
      if (concerns && !value.equals(setting.defaultValue())) {
        changed.put(name, value);
      }
    }
    changed.put("session_timezone", context.zone().getId());
    return new FormatSettings(changed);
  }

  private static Batch rows(Invocation invocation) {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i < invocation.argumentCount(); i++) {
      columns.add(invocation.argument(i));
    }
    return Batch.of(invocation.rows(), columns);
  }

  private static void write(ResultWriter writer, Batch row) {
    try {
      writer.write(row);
      writer.end(NO_FIGURES);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void append(byte[] text, boolean newline, BytesBuffer out) {
    boolean cut = !newline && text.length > 0 && text[text.length - 1] == '\n';
    out.write(text, 0, cut ? text.length - 1 : text.length);
  }
}
