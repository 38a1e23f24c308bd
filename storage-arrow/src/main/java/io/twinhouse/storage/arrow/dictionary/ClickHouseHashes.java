// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

/** The engine's implementations of ClickHouse's hashes. */
enum ClickHouseHashes implements EntryHashes {
  INSTANCE;

  @Override
  public long sipHash64(byte[] source, int offset, int length) {
    return ByteHash.of(source, offset, length);
  }

  @Override
  public long cityHash64(byte[] source, int offset, int length) {
    return ByteHash.of(source, offset, length);
  }
}
