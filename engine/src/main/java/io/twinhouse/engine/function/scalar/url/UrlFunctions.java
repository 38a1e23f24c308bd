// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.url;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.Operands;
import io.twinhouse.engine.type.StringType;

/** Parts of URLs, and URLs without a part. */
public final class UrlFunctions {

  private UrlFunctions() {}

  /** Parameters, levels and ports. */
  public static FunctionFamily queries() {
    return UrlQuery.family();
  }

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("URLs");
    part(family, "protocol", UrlParts::protocol);
    hosts(family, "", UrlParts::host);
    hosts(family, "RFC", UrlAuthority::host);
    part(family, "netloc", UrlAuthority::whole);
    part(family, "path", UrlParts::path);
    part(family, "pathFull", UrlParts::pathFull);
    part(family, "queryString", UrlParts::queryString);
    part(family, "fragment", UrlParts::fragment);
    part(family, "queryStringAndFragment", UrlParts::queryStringAndFragment);
    without(family, "cutQueryString", UrlParts::queryWithMark);
    without(family, "cutFragment", UrlParts::fragmentWithMark);
    without(family, "cutQueryStringAndFragment", UrlParts::queryAndFragmentWithMark);
    without(family, "cutWWW", UrlParts::leadingWww);
    SignificantDomains.addTo(family);
    return family;
  }

  /** The three functions of a host, by one of the two ways to find it. */
  private static void hosts(FunctionFamily family, String suffix, UrlPart host) {
    part(family, "domain" + suffix, host);
    part(
        family,
        "domainWithoutWWW" + suffix,
        (data, from, to) -> UrlParts.withoutWww(data, host.find(data, from, to)));
    part(
        family,
        "topLevelDomain" + suffix,
        (data, from, to) -> UrlParts.topLevel(data, host.find(data, from, to)));
  }

  private static void part(FunctionFamily family, String name, UrlPart part) {
    add(
        family,
        name,
        (data, from, to, out) -> {
          long range = part.find(data, from, to);
          out.write(data, UrlParts.start(range), UrlParts.end(range) - UrlParts.start(range));
        });
  }

  private static void without(FunctionFamily family, String name, UrlPart part) {
    add(family, name, (data, from, to, out) -> cut(data, from, to, part, out));
  }

  private static void cut(byte[] data, int from, int to, UrlPart part, BytesBuffer out) {
    long range = part.find(data, from, to);
    if (range == 0) {
      out.write(data, from, to - from);
    } else {
      out.write(data, from, UrlParts.start(range) - from);
      out.write(data, UrlParts.end(range), to - UrlParts.end(range));
    }
  }

  private static void add(FunctionFamily family, String name, Operands.BytesToBytes function) {
    family.add(
        name,
        call -> {
          call.arity(1).text(0);
          if (!(call.base(0) instanceof StringType)) {
            throw call.refuse(
                ErrorCode.ILLEGAL_COLUMN,
                "Column of type FixedString is not supported by this function");
          }
          return Bound.total(StringType.INSTANCE, Operands.bytes(function));
        });
  }
}
