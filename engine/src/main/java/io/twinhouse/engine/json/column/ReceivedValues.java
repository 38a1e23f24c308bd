// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.json.column;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DynamicReader;
import io.twinhouse.engine.json.ObjectPrinter;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.JsonMarks;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.Type;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings JSON that a format has read, and left as it was written, to the form that values have in
 * flight. A table that keeps what comes and computes nothing of it takes the text as it is.
 */
public final class ReceivedValues {

  /** Switches by which values within JSON would have other types, and their defaults. */
  private static final Map<String, String> TYPES_WITHIN =
      Map.of(
          "input_format_try_infer_dates", "1",
          "input_format_try_infer_datetimes", "1",
          "input_format_try_infer_datetimes_only_datetime64", "0",
          "input_format_json_infer_array_of_dynamic_from_array_of_different_types", "1",
          "input_format_json_try_infer_numbers_from_strings", "0");

  private ReceivedValues() {}

  /**
   * Checks that settings leave the types of values within JSON as they are by default.
   *
   * @param settings a setting by name, null or empty if it was not set
   * @throws TwinhouseException NOT_IMPLEMENTED
   */
  public static void requireUsualTypes(Function<String, @Nullable String> settings) {
    TYPES_WITHIN.forEach(
        (name, usual) -> {
          String value = settings.apply(name);
          boolean on = "1".equals(value) || "true".equalsIgnoreCase(value);
          if (value != null && !value.isEmpty() && on != usual.equals("1")) {
            throw new TwinhouseException(
                ErrorCode.NOT_IMPLEMENTED,
                "Setting '"
                    + name
                    + "' = "
                    + value
                    + " is not supported for values of type JSON or Dynamic; leave it as it is");
          }
        });
  }

  /** As the other of this name, where the columns that a format reads have such values. */
  public static void requireUsualTypes(
      Schema columns, Function<String, @Nullable String> settings) {
    if (untyped(columns) || columns.types().stream().anyMatch(ReceivedValues::concern)) {
      requireUsualTypes(settings);
    }
  }

  /** Whether values of the type are JSON or hold some. */
  public static boolean concern(Type type) {
    return HeldValues.in(type, JsonType.class::isInstance);
  }

  /**
   * The rows with all JSON in its one form.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for what is no object
   */
  public static Batch of(Batch rows, Schema schema) {
    if (schema.types().stream().noneMatch(t -> HeldValues.in(t, ReceivedValues::isRead))) {
      return rows;
    }
    Column[] columns = new Column[rows.width()];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = of(rows.column(c), schema.field(c).type());
    }
    return Batch.of(rows.rows(), columns);
  }

  /** One column of {@code type}. */
  public static Column of(Column column, Type type) {
    return HeldValues.replaced(
        column,
        type,
        ReceivedValues::isRead,
        (texts, base) ->
            base instanceof JsonType json
                ? printed((BytesColumn) texts, json)
                : typed((BytesColumn) texts));
  }

  private static boolean isRead(Type base) {
    return base instanceof JsonType || base instanceof DynamicType;
  }

  /** Whether rows of the schema have values whose types are still to be found. */
  public static boolean untyped(Schema schema) {
    return schema.types().stream().anyMatch(t -> HeldValues.in(t, DynamicType.class::isInstance));
  }

  /** Finds the types of Dynamic values. */
  private static Column typed(BytesColumn values) {
    DynamicReader reader = new DynamicReader();
    TextInput in = new TextInput();
    TextOutput text = new TextOutput();
    BytesBuffer out = new BytesBuffer(values.size());
    for (int row = 0; row < values.size(); row++) {
      int from = values.offsets()[row];
      int to = values.offsets()[row + 1];
      if (!DynamicText.isReceived(values.data(), from, to)) {
        out.append(values.data(), from, to - from);
        continue;
      }
      in.over(values.data(), DynamicText.typeEnd(values.data(), from) + 1, to);
      boolean array = in.peek() == '[';
      if (in.peek() == '{') {
        throw new TwinhouseException(
            ErrorCode.NOT_IMPLEMENTED,
            "Objects in a column of type Dynamic are not supported; use the type JSON");
      }
      text.reset();
      reader.read(in, text);
      if (array) {
        ReceivedArray.settle(text);
      }
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }

  /**
   * Texts of objects in the one form of their type.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA for what is no object
   */
  public static Column objects(BytesColumn texts, JsonType type) {
    int[] offsets = texts.offsets();
    for (int row = 0; row < texts.size(); row++) {
      JsonMarks.requireNone(texts.data(), offsets[row], offsets[row + 1]);
    }
    return printed(texts, type);
  }

  private static Column printed(BytesColumn texts, JsonType type) {
    ObjectPrinter printer = new ObjectPrinter(type);
    BytesBuffer out = new BytesBuffer(texts.size());
    TextOutput text = new TextOutput();
    for (int row = 0; row < texts.size(); row++) {
      text.reset();
      printer.write(texts.data(), texts.offsets()[row], texts.offsets()[row + 1], text);
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(texts.nulls());
  }
}
