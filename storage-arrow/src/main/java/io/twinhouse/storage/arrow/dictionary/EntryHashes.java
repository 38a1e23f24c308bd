// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.dictionary;

/** The two hashes of ClickHouse's that each dictionary entry keeps beside it. */
interface EntryHashes {

  /** ClickHouse's sipHash64 of a string. */
  long sipHash64(byte[] source, int offset, int length);

  /** ClickHouse's cityHash64 of a string. */
  long cityHash64(byte[] source, int offset, int length);
}
