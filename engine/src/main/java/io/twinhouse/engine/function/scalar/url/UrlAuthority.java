// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

/**
 * The authority of a URL (user, host and port) as the functions named RFC and netloc read it. They
 * know passwords and IPv6 addresses in brackets, and are as lenient as the server in what else they
 * let pass: each rule below was found by asking it.
 */
final class UrlAuthority {

  private final byte[] data;
  private final int to;
  private int start;
  private int at;
  private int dot = -1;
  private int colon = -1;

  /** A colon has come, so that what is forbidden in a host may still be part of a password. */
  private boolean seenColon;

  /** What may stand in a user's name but not in a host. */
  private boolean hasDelimiter;

  private boolean seenForbidden;
  private boolean isUnfit;
  private boolean seenUser;

  private UrlAuthority(byte[] data, int start, int to) {
    this.data = data;
    this.start = start;
    this.to = to;
  }

  /** The name of the host, or its IPv6 address without the brackets. */
  static long host(byte[] data, int from, int to) {
    int start = from == to ? -1 : UrlParts.behindScheme(data, from, to);
    if (start < 0 || start >= to) {
      return 0;
    }
    return data[start] == '['
        ? address(data, start + 1, to)
        : new UrlAuthority(data, start, to).host();
  }

  /** Letters, digits and colons up to a closing bracket. */
  private static long address(byte[] data, int from, int to) {
    int at = from;
    while (at < to && (UrlParts.isWord(data[at]) || data[at] == ':')) {
      at++;
    }
    return at > from && at < to && data[at] == ']' ? UrlParts.range(from, at) : 0;
  }

  private long host() {
    at = start;
    while (at < to && pass(data[at])) {
      at++;
    }
    int end = colon < 0 ? at : colon;
    boolean found = !isUnfit && !hasDelimiter && start < at && isDotted();
    return found ? UrlParts.range(start, end) : 0;
  }

  /** Whether a dot has come, be it in the user's name, that was not the last of what it is in. */
  private boolean isDotted() {
    return dot >= 0 && dot + 1 < at && data[dot + 1] != ':';
  }

  /** Takes note of one sign; false where the authority ends. */
  private boolean pass(byte sign) {
    switch (sign) {
      case '/', '?', '#' -> {
        return false;
      }
      case '.' -> dot = colon < 0 ? at : dot;
      case ':' -> {
        if (colon >= 0) {
          return false;
        }
        colon = at;
        seenColon = true;
      }
      case '@' -> {
        return passUser();
      }
      case ';', '=', '&', '~', '%' -> hasDelimiter |= !seenUser || colon < 0;
      default -> {
        if (UrlParts.isForbidden(sign)) {
          isUnfit = !seenColon;
          seenForbidden = true;
        }
      }
    }
    return !isUnfit;
  }

  private boolean passUser() {
    isUnfit = seenForbidden && !seenUser;
    if (seenUser || isUnfit) {
      return false;
    }
    colon = -1;
    seenUser = true;
    hasDelimiter = false;
    start = at + 1;
    return true;
  }

  /** User, host and port together. */
  static long whole(byte[] data, int from, int to) {
    if (from == to) {
      return 0;
    }
    // Two slashes and nothing behind them are no scheme here.
    boolean bare = to - from == 2 && data[from] == '/' && data[from + 1] == '/';
    int start = bare ? from : UrlParts.behindScheme(data, from, to);
    return start < 0 ? 0 : UrlParts.range(start, wholeEnd(data, start, to));
  }

  /**
   * Where it ends. Slashes, question marks and delimiters may be part of a password, so that they
   * end it only where no user's name follows; of several the last one counts.
   */
  private static int wholeEnd(byte[] data, int start, int to) {
    int mark = to;
    int slash = to;
    int delimiter = to;
    boolean user = false;
    for (int at = start; at < to; at++) {
      int sign = data[at];
      boolean stops = sign == '/' || sign == '?';
      if (sign == '#' || (stops && user)) {
        return at;
      }
      boolean soft = ";=&~%".indexOf(sign) >= 0;
      if (UrlParts.isForbidden(sign) && (user || !soft)) {
        return Math.min(at, Math.min(mark, slash));
      }
      user |= sign == '@';
      slash = sign == '/' ? at : slash;
      mark = sign == '?' ? at : mark;
      delimiter = soft ? at : delimiter;
    }
    return user ? to : Math.min(delimiter, Math.min(mark, slash));
  }
}
