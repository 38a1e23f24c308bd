// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

/** IPv4 (its number in the LONG lane) and IPv6 (network order read as one 128-bit number). */
public record IpType(int version) implements Type {

  public static final IpType IPV4 = new IpType(4);
  public static final IpType IPV6 = new IpType(6);

  @Override
  public String name() {
    return "IPv" + version;
  }

  @Override
  public Lane lane() {
    return version == 4 ? Lane.LONG : Lane.WIDE;
  }
}
