// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.custom;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.InputFormat;
import io.twinhouse.engine.format.RowReader;
import io.twinhouse.engine.format.text.RecordFeed;
import io.twinhouse.engine.format.text.TextRowReader;
import io.twinhouse.engine.text.TextStyle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Regexp: a line is a row, and the groups of the expression that it matches are its values. */
record RegexpFormat() implements InputFormat {

  @Override
  public String name() {
    return "Regexp";
  }

  @Override
  public RowReader reader(Schema columns, FormatSettings settings, InputStream data) {
    String expression = settings.text("format_regexp", "");
    if (expression.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The regular expression is not set for the `Regexp` format; set `format_regexp`");
    }
    TextStyle style = CustomDelimiters.style("format_regexp_escaping_rule", "Raw", settings);
    CustomFields.refuseTuplesOfCsv(style, columns);
    try {
      return new Reader(Pattern.compile(expression), style, columns, settings, data);
    } catch (PatternSyntaxException wrong) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Invalid regular expression '" + expression + "' for the `Regexp` format",
          wrong);
    }
  }

  private static final class Reader extends TextRowReader {
    private final Pattern pattern;
    private final boolean skipsUnmatched;

    Reader(
        Pattern pattern,
        TextStyle style,
        Schema columns,
        FormatSettings settings,
        InputStream data) {
      super(columns, style, settings, data);
      this.pattern = pattern;
      this.skipsUnmatched = settings.flag("format_regexp_skip_unmatched", false);
    }

    @Override
    protected boolean row(RecordFeed in) throws IOException {
      while (in.peek(0) >= 0) {
        byte[] line = line(in);
        Matcher matcher = pattern.matcher(line);
        if (matcher.matches()) {
          fields(line, matcher);
          return true;
        }
        if (!skipsUnmatched) {
          throw new TwinhouseException(
              ErrorCode.INCORRECT_DATA, "Line doesn't match the regexp: `" + pattern + "`");
        }
      }
      return false;
    }

    private static byte[] line(RecordFeed in) throws IOException {
      int length = 0;
      int next = in.peek(0);
      while (next >= 0 && next != '\n') {
        next = in.peek(++length);
      }
      boolean returned = length > 0 && in.peek(length - 1) == '\r';
      in.take(returned ? length - 1 : length);
      byte[] line = Arrays.copyOfRange(in.data(), in.from(), in.to());
      in.skip((returned ? 1 : 0) + (next < 0 ? 0 : 1));
      return line;
    }

    private void fields(byte[] line, Matcher matcher) {
      if (matcher.groupCount() != schema().size()) {
        throw new TwinhouseException(
            ErrorCode.INCORRECT_DATA,
            "The number of matched fields in line doesn't match the number of columns");
      }
      for (int i = 0; i < matcher.groupCount(); i++) {
        int from = Math.max(0, matcher.start(i + 1));
        int to = Math.max(0, matcher.end(i + 1));
        readField(i, line, from, to);
      }
    }
  }
}
