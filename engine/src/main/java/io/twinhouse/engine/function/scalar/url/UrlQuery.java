// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.StringType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Parameters of a URL's query, its port, and the levels of its path. */
final class UrlQuery {

  private UrlQuery() {}

  static FunctionFamily family() {
    return new FunctionFamily("URLs: parameters and levels")
        .add("extractURLParameter", UrlQuery::parameter)
        .add("cutURLParameter", UrlQuery::cut)
        .add("extractURLParameters", call -> texts(call, UrlQuery::parameters))
        .add("extractURLParameterNames", call -> texts(call, UrlQuery::names))
        .add("URLHierarchy", call -> texts(call, (d, f, t, out) -> levels(d, f, t, true, out)))
        .add("URLPathHierarchy", call -> texts(call, (d, f, t, out) -> levels(d, f, t, false, out)))
        .add("port", call -> port(call, UrlParts::host))
        .add("portRFC", call -> port(call, UrlAuthority::host));
  }

  private static BoundFunction texts(CallSite call, Operands.BytesToBytes function) {
    call.arity(1).string(0);
    return Bound.total(
        new ArrayType(StringType.INSTANCE),
        RowKernels.texts(
            invocation -> {
              BytesLane urls = BytesLane.of(invocation.argument(0));
              return (row, out) -> function.apply(urls.data(), urls.start(row), urls.end(row), out);
            }));
  }

  /** Where {@code name=} of a parameter begins, or -1. */
  private static int find(byte[] data, int from, int to, byte[] name) {
    int mark = UrlParts.find(data, from, to, "?#");
    if (mark < 0) {
      return -1;
    }
    for (int at = mark + 1; at + name.length < to; at++) {
      boolean here =
          data[at + name.length] == '='
              && "?#&".indexOf(data[at - 1]) >= 0
              && Arrays.equals(data, at, at + name.length, name, 0, name.length);
      if (here) {
        return at;
      }
    }
    return -1;
  }

  private static int valueEnd(byte[] data, int from, int to) {
    int end = UrlParts.find(data, from, to, "&#");
    return end < 0 ? to : end;
  }

  private static BoundFunction parameter(CallSite call) {
    byte[] name = call.arity(2).string(0).string(1).constantBytes(1);
    return Bound.total(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> {
              int at = find(data, from, to, name);
              if (at >= 0) {
                int start = at + name.length + 1;
                out.write(data, start, valueEnd(data, start, to) - start);
              }
            }));
  }

  private static BoundFunction cut(CallSite call) {
    List<byte[]> names = names(call.arity(2).string(0));
    return Bound.total(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> {
              // all are looked for in the whole URL; what two of them take goes out once
              List<Cut> cuts = new ArrayList<>();
              for (byte[] name : names) {
                cuts.add(cut(data, from, to, name));
              }
              cuts.sort(Comparator.comparingInt(Cut::start));
              int at = from;
              for (Cut cut : cuts) {
                out.write(data, at, Math.max(0, cut.start - at));
                at = Math.max(at, cut.end);
              }
              out.write(data, at, to - at);
            }));
  }

  /** What goes out of a URL. */
  private record Cut(int start, int end) {}

  /** The parameters to cut, one after the other: a text or an array of them, constant. */
  private static List<byte[]> names(CallSite call) {
    if (!(call.base(1) instanceof ArrayType array)) {
      return List.of(call.string(1).constantBytes(1));
    }
    Column constant = call.constant(1);
    boolean texts = array.element().equals(StringType.INSTANCE);
    if (constant == null || (!texts && !(array.element() instanceof NothingType))) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Second argument of function " + call.name() + " must be constant array of strings");
    }
    ArrayColumn names = (ArrayColumn) constant.flatten();
    List<byte[]> list = new ArrayList<>();
    for (int i = names.offsets()[0]; i < names.offsets()[1]; i++) {
      list.add(((BytesColumn) names.elements().flatten()).bytes(i));
    }
    return list;
  }

  private static Cut cut(byte[] data, int from, int to, byte[] name) {
    int at = find(data, from, to, name);
    if (at < 0) {
      return new Cut(to, to);
    }
    int end = valueEnd(data, at + name.length + 1, to);
    if (end < to && data[end] == '&') {
      return new Cut(at, end + 1);
    }
    return new Cut(data[at - 1] == '&' ? at - 1 : at, end);
  }

  private static void parameters(byte[] data, int from, int to, BytesBuffer out) {
    int at = behindMark(data, from, to);
    while (at >= 0) {
      int end = UrlParts.find(data, at, to, "=&#?");
      if (end < 0) {
        return;
      }
      if (data[end] == '?') {
        at = end + 1;
        continue;
      }
      end = data[end] == '=' ? valueEnd(data, end + 1, to) : end;
      out.append(data, at, end - at);
      at = end < to ? end + 1 : -1;
    }
  }

  private static void names(byte[] data, int from, int to, BytesBuffer out) {
    int at = behindMark(data, from, to);
    while (at >= 0) {
      int end = UrlParts.find(data, at, to, "=&#?");
      if (end < 0) {
        return;
      }
      if (data[end] == '?') {
        at = end + 1;
        continue;
      }
      out.append(data, at, end - at);
      int next = data[end] == '=' ? valueEnd(data, end + 1, to) : end;
      at = next < to ? next + 1 : -1;
    }
  }

  private static int behindMark(byte[] data, int from, int to) {
    int mark = UrlParts.find(data, from, to, "?#");
    return mark < 0 ? -1 : mark + 1;
  }

  private static void levels(byte[] data, int from, int to, boolean whole, BytesBuffer out) {
    long scheme = UrlParts.scheme(data, from, to);
    if (from == to) {
      return;
    }
    if (scheme == 0) {
      if (whole) {
        out.append(data, from, to - from);
      }
      return;
    }
    int host = UrlParts.end(scheme) + 3;
    int at = UrlParts.find(data, host, to, "/?#");
    int base = whole ? from : at;
    if (whole) {
      int end = at < 0 ? to : at + 1;
      out.append(data, from, end - from);
    }
    at = at < 0 ? to : at + 1;
    while (at < to) {
      while (at < to && isMark(data[at])) {
        at++;
      }
      int end = UrlParts.find(data, at, to, "/?#");
      at = end < 0 ? to : end + 1;
      out.append(data, base, at - base);
    }
  }

  private static boolean isMark(byte sign) {
    return sign == '/' || sign == '?' || sign == '#';
  }

  private static BoundFunction port(CallSite call, UrlPart host) {
    call.arity(1, 2).string(0);
    boolean given = call.size() == 2;
    if (given && !call.base(1).equals(IntegerType.UINT16)) {
      throw call.illegal(1);
    }
    return Bound.total(
        IntegerType.UINT16,
        RowKernels.longs(
            invocation -> {
              BytesLane urls = BytesLane.of(invocation.argument(0));
              LongLane others = given ? LongLane.of(invocation.argument(1)) : null;
              return row -> {
                long found = host.find(urls.data(), urls.start(row), urls.end(row));
                long port = port(urls.data(), found, urls.end(row));
                return port < 0 ? (others == null ? 0 : others.at(row)) : port;
              };
            }));
  }

  /** The number behind the host, or -1. */
  private static long port(byte[] data, long host, int to) {
    int at = UrlParts.end(host);
    if (host == 0 || at >= to || data[at] != ':') {
      return -1;
    }
    long port = 0;
    for (at++; at < to && data[at] != '/'; at++) {
      if (data[at] < '0' || data[at] > '9') {
        return -1;
      }
      port = port * 10 + data[at] - '0';
      if (port > 65535) {
        return -1;
      }
    }
    return port == 0 ? -1 : port;
  }
}
