// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextInput;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.StringType;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads one object after the other, with or without commas and an array around them. */
final class EachRowReader extends TextRowReader {

  private final TextInput object = new TextInput();
  private final ValueBounds bounds = new ValueBounds();
  private final FieldNames names;
  private final boolean skipUnknown;
  private final int deepest;
  private final FormatSettings settings;
  private final Layout layout;
  private final @Nullable StringValues strings;
  private RowSequence sequence = RowSequence.objects();

  /** Whether the object of the row at hand is the feed's record. */
  private boolean taken;

  /** Whether an object begins where the row at hand does. */
  private boolean opened;

  /** What is around the objects. */
  enum Layout {
    /** Nothing but commas and brackets, maybe. */
    LINES,
    /** A document with names and types, or as LINES if there is none. */
    DOCUMENT,
    /** An object that gives each a name. */
    OBJECT
  }

  /**
   * @param strings whether all values stand in strings
   */
  EachRowReader(
      Layout layout, boolean strings, Schema columns, FormatSettings settings, InputStream data) {
    super(columns, TextStyle.JSON, settings, data);
    this.layout = layout;
    this.settings = settings;
    this.strings = strings ? new StringValues(columns.types(), settings.readOptions()) : null;
    names =
        new FieldNames(
            ValueReader.of(
                StringType.INSTANCE, TextStyle.JSON, ReadOptions.lenient(settings.zone())),
            this::columnOf);
    deepest = SkippedField.deepest(settings);
    skipUnknown = settings.flag("input_format_skip_unknown_fields", true);
  }

  @Override
  protected void header(RecordFeed in, Schema columns) throws IOException {
    DocumentFrame frame = layout == Layout.DOCUMENT ? DocumentFrame.open(in) : null;
    if (frame != null) {
      frame.check(columns, settings);
      sequence = RowSequence.within(frame, '{');
    } else if (layout == Layout.OBJECT) {
      sequence = RowSequence.named(in);
    }
  }

  @Override
  protected boolean row(RecordFeed in) throws IOException {
    taken = false;
    opened = false;
    if (!sequence.advance(in)) {
      return false;
    }
    opened = true;
    in.take(bounds.lengthOf(in));
    taken = true;
    object.over(in.data(), in.from() + 1, in.to() - 1);
    object.skipBlanks();
    names.begin();
    while (!object.atEnd()) {
      pair();
      object.skipBlanks();
      if (!object.atEnd()) {
        nextPair();
      }
    }
    return true;
  }

  /** The server goes on behind the line in which it met what it could not read. */
  @Override
  protected boolean passRest(RecordFeed in, TwinhouseException refused) throws IOException {
    if (layout != Layout.LINES || opened && !taken) {
      return false;
    }
    if (taken) {
      in.goBack(object.position());
    }
    passLine(in, true);
    return true;
  }

  private void nextPair() {
    if (!object.skip(',')) {
      throw refused("Cannot parse input: expected ',' before: '" + rest() + "'");
    }
    object.skipBlanks();
    if (object.atEnd()) {
      throw DocumentFrame.noString();
    }
  }

  private void pair() {
    FieldNames.Field field = names.take(object);
    object.skipBlanks();
    if (!object.skip(':')) {
      throw refused("Cannot parse input: expected ':' before: '" + rest() + "'");
    }
    object.skipBlanks();
    int column = field.column();
    if (column < 0) {
      if (!skipUnknown) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "Unknown field found while parsing JSONEachRow format: " + field.name());
      }
      SkippedField.pass(object, deepest);
      return;
    }
    if (has(column)) {
      throw new TwinhouseException(
          ErrorCode.INCORRECT_DATA,
          "Duplicate field found while parsing JSONEachRow format: " + field.name());
    }
    if (strings == null) {
      value(column);
    } else if (strings.take(object)) {
      strings.read(column, builder(column));
    } else {
      omit(column);
    }
  }

  private void value(int column) {
    boolean maybeNull = (object.peek() | 0x20) == 'n';
    if (maybeNull && !schema().type(column).isNullable() && object.skipWord("null")) {
      omit(column);
    } else {
      reader(column).read(object, builder(column));
    }
  }

  private String rest() {
    return object.text(object.position(), Math.min(object.end(), object.position() + 60));
  }

  private static TwinhouseException refused(String message) {
    return new TwinhouseException(ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED, message);
  }
}
