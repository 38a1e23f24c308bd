// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.split;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.Checkpoint;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.StringType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * extractTextFromHTML: what stands between tags, one space for any white space and between what
 * tags part. Comments, scripts and styles are left out, CDATA is taken as it stands.
 */
public final class HtmlText {

  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[][] LEFT_OUT = {ascii("script"), ascii("style")};

  private final byte[] data;
  private final int end;
  private final BytesBuffer out;

  /** Behind the last sign that closes a tag: nobody looks for one from there on. */
  private final int closes;

  private int at;

  /** Whether something stands before that is to be parted by a space from what follows. */
  private boolean parts;

  private HtmlText(byte[] data, int from, int end, BytesBuffer out) {
    this.data = data;
    this.at = from;
    this.end = end;
    this.out = out;
    int last = end;
    while (last > from && data[last - 1] != '>') {
      last--;
    }
    closes = last;
  }

  public static FunctionFamily family() {
    return new FunctionFamily("Strings: text of HTML")
        .add(
            "extractTextFromHTML",
            call -> {
              call.arity(1).string(0);
              return Bound.total(
                  StringType.INSTANCE,
                  Operands.bytes(
                      (data, from, to, out) -> new HtmlText(data, from, to, out).extract()));
            });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void extract() {
    while (at < end) {
      Checkpoint.pass();
      text();
      if (!comment() && !cdata() && !leftOut()) {
        tag();
      }
    }
  }

  private void write(int from, int to) {
    if (to > from) {
      out.write(data, from, to - from);
      parts = data[to - 1] != ' ';
    }
  }

  private void space() {
    out.write(' ');
    parts = false;
  }

  private static boolean isSpace(byte sign) {
    return sign == ' ' || sign >= '\t' && sign <= '\r';
  }

  private int find(char sign, int from) {
    if (sign == '>' && from >= closes) {
      return end;
    }
    int place = from;
    while (place < end && data[place] != sign) {
      place++;
    }
    return place;
  }

  private int passSpace(int from, int to) {
    int place = from;
    while (place < to && isSpace(data[place])) {
      place++;
    }
    return place;
  }

  /** Whether it stands here with something behind it; it is passed then. */
  private boolean pass(byte[] text) {
    boolean here =
        at + text.length < end && Arrays.equals(data, at, at + text.length, text, 0, text.length);
    at += here ? text.length : 0;
    return here;
  }

  private void text() {
    at = passSpace(at, end);
    int stop = find('<', at);
    if (parts && at < stop) {
      space();
    }
    while (true) {
      int word = at;
      while (at < stop && !isSpace(data[at])) {
        at++;
      }
      write(word, at);
      at = passSpace(at, stop);
      if (at >= stop) {
        return;
      }
      space();
    }
  }

  /** One without an end goes to the last sign that could be one. */
  private boolean comment() {
    if (!pass(COMMENT)) {
      return false;
    }
    for (int close = find('>', at); close < end; close = find('>', at)) {
      boolean over = close > at + 2 && data[close - 1] == '-' && data[close - 2] == '-';
      at = close + 1;
      if (over) {
        break;
      }
    }
    return true;
  }

  private boolean cdata() {
    return cdata(true);
  }

  private boolean cdata(boolean shown) {
    if (!pass(CDATA)) {
      return false;
    }
    for (int close = find('>', at); close < end; close = find('>', close + 1)) {
      if (data[close - 1] == ']' && data[close - 2] == ']') {
        if (shown) {
          write(at, close - 2);
        }
        at = close + 1;
        break;
      }
    }
    return true;
  }

  private boolean leftOut() {
    for (byte[] name : LEFT_OUT) {
      if (leftOut(name)) {
        return true;
      }
    }
    return false;
  }

  private boolean leftOut(byte[] name) {
    int begin = at;
    if (at >= end || data[at] != '<') {
      return false;
    }
    at++;
    if (!pass(name) || !(isSpace(data[at]) || data[at] == '>')) {
      at = begin;
      return false;
    }
    int close = find('>', at);
    if (close >= end) {
      return false;
    }
    at = close + 1;
    skipTo(name);
    return true;
  }

  /** Behind the closing tag of that name. */
  private void skipTo(byte[] name) {
    while (true) {
      at = find('<', at);
      if (at + 1 >= end) {
        return;
      }
      if (data[at + 1] == '!' && cdata(false)) {
        continue;
      }
      at++;
      if (data[at] != '/') {
        continue;
      }
      at++;
      if (pass(name)) {
        at = passSpace(at, end);
        if (at >= end) {
          return;
        }
        if (data[at] == '>') {
          at++;
          return;
        }
      }
    }
  }

  private void tag() {
    if (at < end && data[at] == '<') {
      at = Math.min(end, find('>', at) + 1);
    }
  }
}
