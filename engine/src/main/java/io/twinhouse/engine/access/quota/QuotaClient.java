// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

/**
 * Where a query comes from, as far as quotas are kept by it.
 *
 * @param address of the peer, {@code ::1} or {@code 127.0.0.1}; empty within the process
 * @param forwarded the address that a proxy names; empty for none
 * @param key what the client calls itself; empty for nothing
 * @param counted whether quotas count the query at all
 */
public record QuotaClient(String address, String forwarded, String key, boolean counted) {

  /** A caller in the same process. */
  public static final QuotaClient LOCAL = new QuotaClient("", "", "", true);

  /** A front door, on the way to what a client asks for. */
  public static final QuotaClient DOOR = new QuotaClient("", "", "", false);
}
