// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

/**
 * Where the parts of a URL lie. Lenient as the server is: a URL need not be well-formed. A range is
 * its first position in the high and the one behind its last in the low 32 bits; 0 is no part.
 */
final class UrlParts {

  private static final int LONGEST_SCHEME = 16;

  private UrlParts() {}

  static long range(int from, int to) {
    return (long) from << 32 | to;
  }

  static int start(long range) {
    return (int) (range >>> 32);
  }

  static int end(long range) {
    return (int) range;
  }

  static boolean isWord(int sign) {
    return (sign >= '0' && sign <= '9') || ((sign | 32) >= 'a' && (sign | 32) <= 'z');
  }

  static boolean isForbidden(int sign) {
    return " \t<>%{}|\\^~[];=&".indexOf(sign) >= 0;
  }

  /** Behind the scheme and its two slashes; {@code from} if there is none, -1 if it is no URL. */
  static int behindScheme(byte[] data, int from, int to) {
    if (to - from >= 2 && data[from] == '/' && data[from + 1] == '/') {
      return from + 2;
    }
    int limit = Math.min(to, from + LONGEST_SCHEME);
    int at = from + 1;
    while (at < limit) {
      int sign = data[at];
      if (isForbidden(sign)) {
        return -1;
      }
      if (!isWord(sign) && sign != '.' && sign != '-' && sign != '+') {
        break;
      }
      at++;
    }
    boolean scheme =
        limit - at > 2 && data[at] == ':' && data[at + 1] == '/' && data[at + 2] == '/';
    return scheme ? at + 3 : from;
  }

  /** The name of the host. */
  static long host(byte[] data, int from, int to) {
    if (from == to) {
      return 0;
    }
    int start = behindScheme(data, from, to);
    if (start < 0) {
      return 0;
    }
    int dot = -1;
    int at = start;
    for (; at < to; at++) {
      int sign = data[at];
      if (sign == '.') {
        dot = at;
      } else if (sign == ':' || sign == '/' || sign == '?' || sign == '#') {
        break;
      } else if (sign == '@') {
        start = at + 1;
      } else if (isForbidden(sign)) {
        return 0;
      }
    }
    boolean found = dot >= 0 && start < at && dot + 1 < at;
    return found ? range(start, at) : 0;
  }

  /** A host but for the www. in front of it. */
  static long withoutWww(byte[] data, long host) {
    int start = start(host);
    boolean www =
        end(host) - start > 4
            && data[start] == 'w'
            && data[start + 1] == 'w'
            && data[start + 2] == 'w'
            && data[start + 3] == '.';
    return www ? range(start + 4, end(host)) : host;
  }

  /** What stands behind the last dot of a host, unless it begins with a digit. */
  static long topLevel(byte[] data, long host) {
    int dot = end(host) - 1;
    while (dot >= start(host) && data[dot] != '.') {
      dot--;
    }
    boolean named =
        dot >= start(host)
            && dot + 1 < end(host)
            && !(data[dot + 1] >= '0' && data[dot + 1] <= '9');
    return named ? range(dot + 1, end(host)) : 0;
  }

  /** What stands before a colon and two slashes. */
  static long scheme(byte[] data, int from, int to) {
    int at = from;
    while (at < to && (isWord(data[at]) || data[at] == '.' || data[at] == '-' || data[at] == '+')) {
      at++;
    }
    boolean found =
        at > from && to - at >= 3 && data[at] == ':' && data[at + 1] == '/' && data[at + 2] == '/';
    return found ? range(from, at) : 0;
  }

  static int find(byte[] data, int from, int to, String signs) {
    for (int at = from; at < to; at++) {
      if (signs.indexOf(data[at]) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static int pathStart(byte[] data, int from, int to) {
    int slash = find(data, from, to, "/");
    boolean two = slash >= 0 && slash + 1 < to && data[slash + 1] == '/';
    return two ? find(data, slash + 2, to, "/") : slash;
  }

  static long path(byte[] data, int from, int to) {
    int start = pathStart(data, from, to);
    if (start < 0) {
      return 0;
    }
    int end = find(data, start, to, "?#");
    return range(start, end < 0 ? to : end);
  }

  static long pathFull(byte[] data, int from, int to) {
    int start = pathStart(data, from, to);
    return start < 0 ? 0 : range(start, to);
  }

  static long queryString(byte[] data, int from, int to) {
    int mark = find(data, from, to, "?");
    if (mark < 0) {
      return 0;
    }
    int end = find(data, mark + 1, to, "#");
    return range(mark + 1, end < 0 ? to : end);
  }

  static long fragment(byte[] data, int from, int to) {
    int mark = find(data, from, to, "#");
    return mark < 0 ? 0 : range(mark + 1, to);
  }

  static long queryStringAndFragment(byte[] data, int from, int to) {
    int question = find(data, from, to, "?");
    if (question >= 0) {
      return range(question + 1, to);
    }
    int mark = find(data, from, to, "#");
    return mark < 0 ? 0 : range(mark, to);
  }

  /** A word before a colon, with at least three signs behind it. */
  static long protocol(byte[] data, int from, int to) {
    int at = from;
    boolean letter = from < to && (data[from] | 32) >= 'a' && (data[from] | 32) <= 'z';
    while (letter
        && at < to
        && (isWord(data[at]) || data[at] == '.' || data[at] == '-' || data[at] == '+')) {
      at++;
    }
    return at > from && to - at >= 4 && data[at] == ':' ? range(from, at) : 0;
  }

  /** The query string with its question mark. */
  static long queryWithMark(byte[] data, int from, int to) {
    long query = queryString(data, from, to);
    return query == 0 ? 0 : range(start(query) - 1, end(query));
  }

  /** The fragment with its number sign. */
  static long fragmentWithMark(byte[] data, int from, int to) {
    int mark = find(data, from, to, "#");
    return mark < 0 ? 0 : range(mark, to);
  }

  /** From the question mark on if there is one, be it in the fragment. */
  static long queryAndFragmentWithMark(byte[] data, int from, int to) {
    int question = find(data, from, to, "?");
    int mark = question < 0 ? find(data, from, to, "#") : question;
    return mark < 0 ? 0 : range(mark, to);
  }

  /** A leading www. of the host, behind two slashes and what may name a user. */
  static long leadingWww(byte[] data, int from, int to) {
    int slash = find(data, from, to, "/");
    boolean two = slash >= 0 && slash + 1 < to && data[slash + 1] == '/';
    int at = slash + 2;
    for (int i = at; two && i < to && ":/?#".indexOf(data[i]) < 0; i++) {
      at = data[i] == '@' ? i + 1 : at;
    }
    boolean www =
        two
            && at + 4 < to
            && data[at] == 'w'
            && data[at + 1] == 'w'
            && data[at + 2] == 'w'
            && data[at + 3] == '.';
    return www ? range(at, at + 4) : 0;
  }
}
