// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A cursor over the bytes of a text, and why the last read failed. */
public final class TextInput {

  private byte[] data = new byte[0];
  private int start;
  private int at;
  private int end;
  private @Nullable Failure failure;

  /** Why a read failed; made without a stack trace, since callers may just go on. */
  record Failure(ErrorCode code, String message) {}

  /** Puts the cursor on {@code from}, with the text ending before {@code to}. */
  public TextInput over(byte[] bytes, int from, int to) {
    data = bytes;
    start = from;
    at = from;
    end = to;
    failure = null;
    return this;
  }

  public byte[] data() {
    return data;
  }

  /** Where the cursor stands in {@link #data()}. */
  public int position() {
    return at;
  }

  public void moveTo(int position) {
    at = position;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public boolean atEnd() {
    return at >= end;
  }

  /** The byte under the cursor, or -1 at the end. */
  public int peek() {
    return at < end ? data[at] & 0xFF : -1;
  }

  /** The byte {@code ahead} bytes behind the cursor, or -1. */
  public int peek(int ahead) {
    return at + ahead < end ? data[at + ahead] & 0xFF : -1;
  }

  public void advance(int count) {
    at += count;
  }

  /** Passes {@code expected} if it is under the cursor. */
  public boolean skip(int expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  /** Passes {@code word}, whatever its case, if it is under the cursor. */
  public boolean skipWord(String word) {
    if (end - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(data[at + i]) != Character.toLowerCase(word.charAt(i))) {
        return false;
      }
    }
    at += word.length();
    return true;
  }

  /** Whether these letters of ASCII come next, in their case. */
  public boolean isAhead(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (peek(i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  public void skipBlanks() {
    int position = at;
    while (position < end && isBlank(data[position])) {
      position++;
    }
    at = position;
  }

  /** Most bytes are above the blank: one comparison decides. */
  private static boolean isBlank(byte value) {
    return value <= ' ' && (value == ' ' || (value >= '\t' && value <= '\r'));
  }

  static boolean isDigit(int value) {
    return value >= '0' && value <= '9';
  }

  /** The bytes between two positions read as UTF-8. */
  public String text(int from, int to) {
    return new String(data, from, to - from, StandardCharsets.UTF_8);
  }

  /** The whole text. */
  public String text() {
    return text(start, end);
  }

  /** Notes why the read fails; always false, to be returned. */
  boolean fail(ErrorCode code, String message) {
    failure = new Failure(code, message);
    return false;
  }

  /** The failure noted last as an exception. */
  TwinhouseException failure(String context) {
    Failure noted = failure;
    if (noted == null) {
      throw new IllegalStateException("no failure was noted");
    }
    return new TwinhouseException(noted.code(), noted.message() + context);
  }
}
