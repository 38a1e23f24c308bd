// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.search;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.FunctionTraits;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.define.RowKernels.LongRun;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.nested.ArrayLane;
import io.twinhouse.engine.function.nested.ElementTypes;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a text, and whether some of a list are among them. */
final class TextTokens {

  private static final Pattern CALL = Pattern.compile("(\\w+)(?:\\((\\d*)\\))?");
  private static final int CHARACTERS = 3;
  private static final int MOST_DIGITS = 18;

  private TextTokens() {}

  static FunctionFamily family() {
    return new FunctionFamily("Search: tokens")
        .addChecked(
            "tokens",
            FunctionTraits::dropLowCardinality,
            TextTokens::checkTokenizer,
            TextTokens::tokens)
        .add("hasAnyTokens", t -> t.withAliases("hasAnyToken"), call -> has(call, false))
        .add("hasAllTokens", t -> t.withAliases("hasAllToken"), call -> has(call, true))
        .addChecked(
            "hasPhrase",
            t -> t.withAliases("matchPhrase"),
            TextTokens::checkPhrase,
            TextTokens::phrase);
  }

  /** NULL names no tokenizer, and what one is told of is never Nullable. */
  private static void checkTokenizer(CallSite call) {
    if (call.size() > 1 && call.base(1) instanceof NothingType) {
      throw call.notImplemented("the tokenizer NULL");
    }
    if (call.size() > 2 && call.type(2).isNullable()) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN, "Argument 3 of function tokens should not be Nullable");
    }
  }

  /** A phrase is neither Nullable nor LowCardinality, and NULL names no tokenizer. */
  private static void checkPhrase(CallSite call) {
    call.arity(2, 3);
    if (!(call.type(1) instanceof StringType)) {
      throw call.illegal(1);
    }
    boolean isNull =
        call.base(0) instanceof NothingType || call.base(call.size() - 1) instanceof NothingType;
    if (call.size() > 2 && isNull) {
      throw call.notImplemented("NULL beside a tokenizer");
    }
  }

  /** Whether the tokens of a phrase come one behind the other. */
  private static BoundFunction phrase(CallSite call) {
    call.text(0);
    if (call.size() > 2 && call.string(2).constantText(2).equals("array")) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS, "Function 'hasPhrase' does not support the 'array' tokenizer");
    }
    Tokenizer tokenizer = tokenizer(call, 2);
    byte[] phrase = call.constantBytes(1);
    List<byte[]> wanted = new ArrayList<>();
    tokenizer.split(
        phrase,
        0,
        phrase.length,
        (data, from, to) -> wanted.add(Arrays.copyOfRange(data, from, to)));
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              LongRun places =
                  invocation.scratch().keep(LongRun.class, memory -> new LongRun(memory));
              return row -> {
                places.emptied();
                tokenizer.split(
                    texts.data(),
                    texts.start(row),
                    texts.end(row),
                    (data, from, to) -> places.add((long) from << Integer.SIZE | to));
                return hasRun(texts.data(), places, wanted) ? 1 : 0;
              };
            }));
  }

  private static boolean hasRun(byte[] data, LongRun places, List<byte[]> wanted) {
    int most = wanted.isEmpty() ? -1 : places.size() - wanted.size();
    for (int start = 0; start <= most; start++) {
      int met = 0;
      while (met < wanted.size() && isAt(data, places.at(start + met), wanted.get(met))) {
        met++;
      }
      if (met == wanted.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] data, long place, byte[] token) {
    int from = (int) (place >>> Integer.SIZE);
    return Arrays.equals(data, from, (int) place, token, 0, token.length);
  }

  private static BoundFunction tokens(CallSite call) {
    call.arity(1, 3).text(0);
    Tokenizer tokenizer = tokenizer(call, 1);
    return Bound.total(
        new ArrayType(StringType.INSTANCE),
        RowKernels.texts(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return (row, out) ->
                  tokenizer.split(
                      texts.data(),
                      texts.start(row),
                      texts.end(row),
                      (data, from, to) -> out.append(data, from, to - from));
            }));
  }

  /** The tokenizer that argument {@code index} names, with a parameter behind it. */
  private static Tokenizer tokenizer(CallSite call, int index) {
    if (call.size() <= index) {
      return Tokenizer::words;
    }
    String given = call.string(index).constantText(index);
    Matcher matcher = CALL.matcher(given);
    if (!matcher.matches()) {
      throw call.notImplemented("the tokenizer " + given);
    }
    String parameter = matcher.group(2) == null ? "" : matcher.group(2);
    boolean more = call.size() > index + 1;
    String name = matcher.group(1);
    boolean taken = name.equals("ngrams") || name.equals("splitByString");
    if (more && !(taken && matcher.group(2) == null)) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "An incorrect number of arguments was specified for function '" + call.name() + "'");
    }
    if (!parameter.isEmpty() && !name.equals("ngrams")) {
      throw call.notImplemented("the tokenizer " + given);
    }
    return switch (name) {
      case "splitByNonAlpha", "tokenbf_v1" -> Tokenizer::words;
      case "array" -> Tokenizer::whole;
      case "ngrams" -> Tokenizer.ngrams(more ? length(call, index + 1) : length(parameter));
      case "splitByString" ->
          Tokenizer.between(more ? separators(call, index + 1) : List.of(new byte[] {' '}));
      default -> throw call.notImplemented("the tokenizer " + given);
    };
  }

  private static int length(CallSite call, int index) {
    if (!call.base(index).equals(IntegerType.UINT8)) {
      throw call.illegal(index);
    }
    return positive(call.constantLong(index));
  }

  private static int length(String parameter) {
    if (parameter.length() > MOST_DIGITS) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS, "Incorrect parameter of tokenizer 'ngrams': " + parameter);
    }
    return parameter.isEmpty() ? CHARACTERS : positive(Long.parseLong(parameter));
  }

  private static int positive(long length) {
    if (length == 0) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Incorrect parameter of tokenizer 'ngrams': ngram length must be at least 1, but got 0");
    }
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  private static List<byte[]> separators(CallSite call, int index) {
    List<byte[]> separators = texts(call, index);
    if (separators.isEmpty() || separators.stream().anyMatch(s -> s.length == 0)) {
      throw call.refuse(
          ErrorCode.BAD_ARGUMENTS,
          "Incorrect parameter of tokenizer 'splitByString': separators cannot be empty");
    }
    return separators;
  }

  /** The constant array of texts that an argument must be. */
  private static List<byte[]> texts(CallSite call, int index) {
    boolean empty = call.base(index).name().toLowerCase(Locale.ROOT).equals("array(nothing)");
    boolean ofTexts =
        call.base(index) instanceof ArrayType array && array.element() instanceof StringType;
    if (!ofTexts && !empty) {
      throw call.illegal(index);
    }
    Column constant = call.constant(index);
    if (constant == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Argument " + (index + 1) + " of function " + call.name() + " must be a constant");
    }
    List<byte[]> texts = new ArrayList<>();
    ArrayColumn arrays = (ArrayColumn) constant.flatten();
    if (!empty) {
      BytesLane lane = BytesLane.of(arrays.elements());
      for (int e = arrays.offsets()[0]; e < arrays.offsets()[1]; e++) {
        texts.add(lane.bytes(e));
      }
    }
    return texts;
  }

  private static BoundFunction has(CallSite call, boolean all) {
    call.arity(2, 3);
    boolean listed = ElementTypes.plain(call.type(0)) instanceof ArrayType;
    if (listed) {
      Type element = ((ArrayType) ElementTypes.plain(call.type(0))).element().base();
      if (!CallSite.isText(element)) {
        throw call.illegal(0);
      }
    } else {
      call.text(0);
    }
    Tokenizer tokenizer = tokenizer(call, 2);
    Set<ByteBuffer> needles = new HashSet<>();
    if (call.base(1) instanceof StringType) {
      byte[] text = call.constantBytes(1);
      tokenizer.split(text, 0, text.length, (data, from, to) -> needles.add(key(data, from, to)));
    } else {
      texts(call, 1).forEach(text -> needles.add(ByteBuffer.wrap(text)));
    }
    return Bound.total(
        IntegerType.UINT8,
        RowKernels.longs(
            invocation -> {
              ArrayLane rows = listed ? ArrayLane.of(invocation.argument(0)) : null;
              Column given = rows == null ? invocation.argument(0) : rows.elements();
              BytesLane texts = BytesLane.of(given);
              Set<ByteBuffer> found = new HashSet<>();
              return row -> {
                found.clear();
                int end = rows == null ? row + 1 : rows.end(row);
                for (int at = rows == null ? row : rows.start(row); at < end; at++) {
                  if (rows == null || !given.isNull(at)) {
                    meet(tokenizer, texts, at, needles, found);
                  }
                }
                boolean enough = all ? found.size() == needles.size() : !found.isEmpty();
                return enough && !needles.isEmpty() ? 1 : 0;
              };
            }));
  }

  /** Adds the tokens of one text that are wanted to those that were found. */
  private static void meet(
      Tokenizer tokenizer, BytesLane texts, int at, Set<ByteBuffer> wanted, Set<ByteBuffer> found) {
    tokenizer.split(
        texts.data(),
        texts.start(at),
        texts.end(at),
        (data, from, to) -> {
          ByteBuffer token = ByteBuffer.wrap(data, from, to - from);
          if (wanted.contains(token)) {
            found.add(token);
          }
        });
  }

  private static ByteBuffer key(byte[] data, int from, int to) {
    return ByteBuffer.wrap(Arrays.copyOfRange(data, from, to));
  }
}
