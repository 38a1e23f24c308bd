// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.StringType;

/** The label of a host that its owner chose: the one before what names are given out below. */
final class SignificantDomains {

  private SignificantDomains() {}

  static void addTo(FunctionFamily family) {
    hosts(family, "", UrlParts::host);
    hosts(family, "RFC", UrlAuthority::host);
  }

  private static void hosts(FunctionFamily family, String suffix, UrlPart host) {
    UrlPart bare = (data, from, to) -> UrlParts.withoutWww(data, host.find(data, from, to));
    add(family, "firstSignificantSubdomain", "", suffix, (d, f, t) -> label(d, bare.find(d, f, t)));
    add(
        family,
        "cutToFirstSignificantSubdomain",
        "",
        suffix,
        (d, f, t) -> cut(d, bare.find(d, f, t)));
    add(
        family,
        "cutToFirstSignificantSubdomain",
        "WithWWW",
        suffix,
        (d, f, t) -> cut(d, host.find(d, f, t)));
  }

  private static void add(
      FunctionFamily family, String name, String www, String suffix, UrlPart part) {
    family.add(name + www + suffix, call -> bind(call, part));
    family.add(name + "Custom" + www + suffix, SignificantDomains::custom);
  }

  private static BoundFunction bind(CallSite call, UrlPart part) {
    call.arity(1).text(0).noFixedString(0);
    return Bound.total(
        StringType.INSTANCE,
        Operands.bytes(
            (data, from, to, out) -> {
              long range = part.find(data, from, to);
              out.write(data, UrlParts.start(range), UrlParts.end(range) - UrlParts.start(range));
            }));
  }

  /** Lists of one's own stand in the server's configuration, and none does here. */
  private static BoundFunction custom(CallSite call) {
    call.arity(2).string(0).string(1);
    throw call.refuse(
        ErrorCode.TLD_LIST_NOT_FOUND, "TLD list " + call.constantText(1) + " does not exist");
  }

  /** From the label to the end of the host. */
  private static long cut(byte[] data, long host) {
    long label = label(data, host);
    boolean empty = UrlParts.start(label) == UrlParts.end(label);
    return empty ? 0 : UrlParts.range(UrlParts.start(label), UrlParts.end(host));
  }

  private static long label(byte[] data, long host) {
    int from = UrlParts.start(host);
    int last = dotBefore(data, from, UrlParts.end(host));
    if (last < from) {
      return host;
    }
    int second = dotBefore(data, from, last);
    if (second < from) {
      return UrlParts.range(from, last);
    }
    if (!SecondLevelNames.known().contains(data, second + 1, UrlParts.end(host))) {
      return UrlParts.range(second + 1, last);
    }
    return UrlParts.range(dotBefore(data, from, second) + 1, second);
  }

  /** The last dot before {@code end}; one before {@code from} where there is none. */
  private static int dotBefore(byte[] data, int from, int end) {
    int at = end - 1;
    while (at >= from && data[at] != '.') {
      at--;
    }
    return at;
  }
}
