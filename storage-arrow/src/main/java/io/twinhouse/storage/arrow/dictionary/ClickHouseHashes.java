// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

import net.openhft.hashing.LongHashFunction;

/** The engine's implementations of ClickHouse's hashes. */
enum ClickHouseHashes implements EntryHashes {
  INSTANCE;

  private static final LongHashFunction SIP = LongHashFunction.xx();
  private static final LongHashFunction CITY = LongHashFunction.xx3();

  @Override
  public long sipHash64(byte[] source, int offset, int length) {
    return SIP.hashBytes(source, offset, length);
  }

  @Override
  public long cityHash64(byte[] source, int offset, int length) {
    return CITY.hashBytes(source, offset, length);
  }
}
