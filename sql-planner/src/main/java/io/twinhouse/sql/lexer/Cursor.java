// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.lexer;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.sql.ast.Position;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text token by token, forwards and back. It remembers what was looked for at the furthest
 * token reached, which is what a syntax error lists. Not safe for several threads.
 */
public final class Cursor {
  private static final int MAX_REST = 160;

  /** Fails an attempt, whose error nobody reads: making a real one looks at the whole text. */
  private static final TwinhouseException UNREAD =
      new TwinhouseException(ErrorCode.SYNTAX_ERROR, "not the form that was tried");

  /** Of which {@code {name:Identifier}} consists. */
  private static final int PARAMETER_TOKENS = 5;

  private final SourceText source;
  private final Lexer lexer;
  private final List<Token> tokens = new ArrayList<>();
  private final Set<String> expected = new LinkedHashSet<>();
  private final int maxLength;
  private Map<String, String> parameters = Map.of();
  private int index;
  private int furthest;
  private int statementStart;
  private int attempts;

  /**
   * A cursor at the start of {@code text}.
   *
   * @param maxLength how long a statement may be, in chars, without data that is jumped over; 0 for
   *     any length
   */
  public Cursor(String text, int maxLength) {
    source = new SourceText(text);
    lexer = new Lexer(text);
    this.maxLength = maxLength;
  }

  /** Gives {@code {name:Identifier}} its meaning wherever a name may stand. */
  public void setParameters(Map<String, String> values) {
    parameters = Map.copyOf(values);
  }

  /** The name that {@code {name:Identifier}}, if that is here, stands for; or null. */
  public @Nullable String parameter() {
    boolean here =
        !parameters.isEmpty()
            && peek().kind() == TokenKind.OPEN_CURLY
            && peek(1).kind() == TokenKind.WORD
            && peek(2).kind() == TokenKind.COLON
            && isWordAhead(3, "Identifier")
            && peek(4).kind() == TokenKind.CLOSE_CURLY;
    return here ? parameters.get(slice(peek(1))) : null;
  }

  /** Says that a new statement starts here; limits and errors are about this one. */
  public void startStatement() {
    statementStart = index;
  }

  /** The whole text. */
  public String text() {
    return source.text();
  }

  /** The token here; the last one is of kind END and is never passed. */
  public Token peek() {
    return tokenAt(index);
  }

  /** The token {@code ahead} tokens behind this one. */
  public Token peek(int ahead) {
    return tokenAt(index + ahead);
  }

  private Token tokenAt(int wanted) {
    while (tokens.size() <= wanted) {
      Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
      if (last != null && isLast(last)) {
        return last;
      }
      tokens.add(limited(lexer.next()));
    }
    return tokens.get(wanted);
  }

  private Token limited(Token token) {
    int start = statementStart < tokens.size() ? tokens.get(statementStart).start() : token.start();
    if (maxLength == 0 || token.end() - start <= maxLength) {
      return token;
    }
    String problem =
        "Max query size exceeded (can be increased with the `max_query_size` setting): ";
    return new Token(TokenKind.ERROR, token.start(), token.end(), problem);
  }

  private static boolean isLast(Token token) {
    return token.kind() == TokenKind.END || token.kind() == TokenKind.ERROR;
  }

  /** Passes the token here and gives it back. */
  public Token next() {
    Token token = peek();
    if (!isLast(token)) {
      index++;
    }
    return token;
  }

  /** The text of a token as it stands. */
  public String slice(Token token) {
    return source.slice(token);
  }

  /** Where the token here starts. */
  public Position position() {
    return source.position(peek().start());
  }

  /** Where the text behind the last passed token starts. */
  public int endOfPrevious() {
    return index == 0 ? 0 : tokens.get(index - 1).end();
  }

  /** A mark to come back to. */
  public int mark() {
    return index;
  }

  /** Goes back to a mark. What was expected on the way stays on record. */
  public void reset(int mark) {
    index = mark;
  }

  /** Whether a token of this kind is here. */
  public boolean at(TokenKind kind) {
    if (peek().kind() == kind) {
      return true;
    }
    expect(kind.label(), index);
    return false;
  }

  /** Says that failures are caught, not read, until {@link #endAttempt}; may nest. */
  public void startAttempt() {
    attempts++;
  }

  /** Ends what {@link #startAttempt} started, whether it failed or not. */
  public void endAttempt() {
    attempts--;
  }

  /** Passes a token of this kind if it is here. */
  public boolean accept(TokenKind kind) {
    if (at(kind)) {
      next();
      return true;
    }
    return false;
  }

  /** Passes a token of this kind, which must be here. */
  public Token expect(TokenKind kind) {
    if (!at(kind)) {
      throw failure();
    }
    return next();
  }

  /** Whether these words come now, in any case and without quotes. */
  public boolean atWords(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!isWord(peek(i), words[i])) {
        expect(words.length == 1 ? words[0] : String.join(" ", words), index);
        return false;
      }
    }
    return true;
  }

  /** Whether the token {@code ahead} is this word, without quotes; leaves no expectation. */
  public boolean isWordAhead(int ahead, String word) {
    return isWord(peek(ahead), word);
  }

  private boolean isWord(Token token, String word) {
    int length = token.end() - token.start();
    return token.kind() == TokenKind.WORD
        && length == word.length()
        && source.text().regionMatches(true, token.start(), word, 0, length);
  }

  /** Passes these words if they all come now. */
  public boolean acceptWords(String... words) {
    if (!atWords(words)) {
      return false;
    }
    index += words.length;
    return true;
  }

  /** Passes these words, which must come now. */
  public void expectWords(String... words) {
    if (!acceptWords(words)) {
      throw failure();
    }
  }

  /** Whether a name is here, quoted or not. */
  public boolean atName() {
    return at(TokenKind.WORD) || at(TokenKind.QUOTED) || parameter() != null;
  }

  /** Passes a name, which must be here, and gives it without quotes. */
  public String name() {
    if (!atName()) {
      throw failure();
    }
    String given = parameter();
    if (given != null) {
      index += PARAMETER_TOKENS;
      return given;
    }
    return peek().kind() == TokenKind.WORD ? slice(next()) : unquoted();
  }

  /** Passes a string, which must be here, and gives its value (see {@code Literal.Text}). */
  public String string() {
    if (!at(TokenKind.STRING)) {
      throw failure();
    }
    return unquoted();
  }

  /** Passes a name that may also be written as a string, and must not be empty then. */
  public String nameOrString() {
    if (peek().kind() != TokenKind.STRING) {
      return name();
    }
    int mark = mark();
    String value = string();
    if (value.isEmpty()) {
      reset(mark);
      throw failure(position(), "a name is not empty");
    }
    return value;
  }

  private String unquoted() {
    String value = QuotedText.decode(slice(peek()));
    if (value == null) {
      throw failure(position(), "bad escape in a quoted text, write \\\\ for one backslash");
    }
    next();
    return value;
  }

  /** Goes on at {@code offset}, which no token has been looked at behind. */
  public void jumpTo(int offset) {
    while (tokens.size() > index) {
      tokens.remove(tokens.size() - 1);
    }
    lexer.jumpTo(offset);
    statementStart = index;
  }

  /** How many chars of {@code text} come before the first semicolon that is not in quotes. */
  public static int lengthOfStatement(String text) {
    Lexer lexer = new Lexer(text);
    while (true) {
      Token token = lexer.next();
      switch (token.kind()) {
        case SEMICOLON, END -> {
          return token.start();
        }
        case ERROR -> {
          return text.length();
        }
        default -> {}
      }
    }
  }

  private void expect(String what, int where) {
    if (where > furthest) {
      furthest = where;
      expected.clear();
    }
    if (where == furthest) {
      expected.add(what);
    }
  }

  /** Records that {@code what} would have been accepted here. */
  public void note(String what) {
    expect(what, index);
  }

  /** The error for a token that fits nowhere; throw it. */
  public TwinhouseException failure() {
    if (attempts > 0) {
      return UNREAD;
    }
    if (furthest < index) {
      furthest = index;
      expected.clear();
    }
    Token token = tokenAt(furthest);
    if (token.kind() == TokenKind.ERROR) {
      String text = token.problem() + "Syntax error: " + failedAt(token) + ". ";
      return new TwinhouseException(ErrorCode.SYNTAX_ERROR, text);
    }
    TwinhouseException brackets = unmatchedBrackets();
    if (brackets != null) {
      return brackets;
    }
    String list = String.join(", ", expected);
    String wanted =
        switch (expected.size()) {
          case 0 -> "";
          case 1 -> " Expected " + list;
          default -> " Expected one of: " + list;
        };
    return new TwinhouseException(
        ErrorCode.SYNTAX_ERROR, "Syntax error: " + failedAt(token) + wanted);
  }

  /** The error {@code problem} at a position, which must be of this text; throw it. */
  public TwinhouseException failure(Position where, String problem) {
    if (attempts > 0) {
      return UNREAD;
    }
    Token token = new Token(TokenKind.END, where.offset(), where.offset());
    return new TwinhouseException(
        ErrorCode.SYNTAX_ERROR, "Syntax error: " + problem + ": " + failedAt(token));
  }

  private String failedAt(Token token) {
    Position where = source.position(token.start());
    boolean end = token.start() == token.end();
    String rest = source.text().substring(token.start());
    if (rest.length() > MAX_REST) {
      rest = rest.substring(0, MAX_REST) + "...";
    }
    String line =
        source.text().indexOf('\n') < 0
            ? ""
            : " (line " + where.line() + ", col " + where.column() + ")";
    String shown = end ? TokenKind.END.label() : slice(token);
    if (shown.length() > MAX_REST) {
      shown = shown.substring(0, MAX_REST) + "...";
    }
    return "failed at position "
        + source.bytePosition(token.start())
        + " ("
        + shown
        + ")"
        + line
        + ": "
        + rest
        + ".";
  }

  /** The error for the first bracket that has no partner, which explains more than a wish list. */
  private @Nullable TwinhouseException unmatchedBrackets() {
    List<Token> open = new ArrayList<>();
    for (int i = statementStart; ; i++) {
      Token token = tokenAt(i);
      if (isLast(token) || token.kind() == TokenKind.SEMICOLON) {
        return open.isEmpty() ? null : unmatched(open.get(open.size() - 1), "");
      }
      switch (token.kind()) {
        case OPEN_PAREN, OPEN_SQUARE, OPEN_CURLY -> open.add(token);
        case CLOSE_PAREN, CLOSE_SQUARE, CLOSE_CURLY -> {
          if (open.isEmpty()) {
            return unmatched(token, "");
          }
          Token opener = open.remove(open.size() - 1);
          if (token.kind() != partner(opener.kind())) {
            return unmatched(opener, slice(token));
          }
        }
        default -> {}
      }
    }
  }

  private TwinhouseException unmatched(Token token, String other) {
    return new TwinhouseException(
        ErrorCode.SYNTAX_ERROR,
        "Syntax error: " + failedAt(token) + " Unmatched parentheses: " + slice(token) + other);
  }

  private static TokenKind partner(TokenKind open) {
    return switch (open) {
      case OPEN_PAREN -> TokenKind.CLOSE_PAREN;
      case OPEN_SQUARE -> TokenKind.CLOSE_SQUARE;
      default -> TokenKind.CLOSE_CURLY;
    };
  }
}
