// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.analyse.scope;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.text.ReadOptions;
import io.twinhouse.engine.text.TextStyle;
import io.twinhouse.engine.text.ValueReader;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one parameter as the field of a TSV row, but to its last byte: what a field
 * would leave to the next one is refused here, as the server does.
 */
record ParameterValue(String name, Type type, String text) {

  /** Digits that the server's reader of parameters stops in front of. */
  private static final Pattern STOPS_EARLY = Pattern.compile("(?s)\\+.*|-?0[0-9].*|\\\\.*");

  private static final int LONGEST_DATE = 10;

  RexNode read(AnalysisContext context) {
    // read without NULL: what else stands for it in other places is plain text here
    Type plain =
        (type instanceof LowCardinalityType encoded ? encoded.inner() : type).withoutNullable();
    checkEnds(plain);
    ColumnBuilder value = ColumnBuilder.of(plain);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ReadOptions options = new ReadOptions(context.rex().context().zone(), false, false);
    try {
      ValueReader.of(plain, TextStyle.ESCAPED, options).readWhole(bytes, 0, bytes.length, value);
    } catch (TwinhouseException refused) {
      throw refused(refused);
    }
    RexNode constant = context.rex().constant(plain, value.build());
    return plain.equals(type) ? constant : context.rex().cast(constant, type);
  }

  private void checkEnds(Type plain) {
    boolean number = plain instanceof IntegerType || plain instanceof DecimalType;
    if (text.isEmpty() && number) {
      throw told(ErrorCode.ATTEMPT_TO_READ_AFTER_EOF, "Attempt to read after eof", null);
    }
    boolean day = plain instanceof DateType && text.length() > LONGEST_DATE;
    if (day || plain instanceof IntegerType && STOPS_EARLY.matcher(text).matches()) {
      throw incomplete();
    }
    if (!isContainer(plain) && endsEarly()) {
      throw incomplete();
    }
    if (plain instanceof StringType && trailingBackslash()) {
      throw told(ErrorCode.CANNOT_PARSE_ESCAPE_SEQUENCE, "Cannot parse escape sequence", null);
    }
  }

  private boolean trailingBackslash() {
    int count = 0;
    while (count < text.length() && text.charAt(text.length() - 1 - count) == '\\') {
      count++;
    }
    return count % 2 == 1;
  }

  private static boolean isContainer(Type type) {
    return type.lane() == Lane.ARRAY || type.lane() == Lane.TUPLE;
  }

  /** A field ends at a tab or a line break that no backslash stands before. */
  private boolean endsEarly() {
    return text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0;
  }

  private TwinhouseException refused(TwinhouseException cause) {
    boolean left =
        cause.is(ErrorCode.CANNOT_PARSE_TEXT)
            || cause.is(ErrorCode.UNEXPECTED_DATA_AFTER_PARSED_VALUE)
            || type.withoutNullable() instanceof IntegerType;
    ErrorCode code = ErrorCode.ofNumber(cause.number()).orElse(ErrorCode.BAD_QUERY_PARAMETER);
    return left ? incomplete() : told(code, String.valueOf(cause.getMessage()), cause);
  }

  private TwinhouseException incomplete() {
    return new TwinhouseException(
        ErrorCode.BAD_QUERY_PARAMETER,
        "Value "
            + text
            + " cannot be parsed as "
            + type.name()
            + " for query parameter '"
            + name
            + "' because it isn't parsed completely");
  }

  private TwinhouseException told(ErrorCode code, String why, @Nullable Throwable cause) {
    String message =
        why
            + ": value "
            + text
            + " cannot be parsed as "
            + type.name()
            + " for query parameter '"
            + name
            + "'";
    return cause == null
        ? new TwinhouseException(code, message)
        : new TwinhouseException(code, message, cause);
  }
}
