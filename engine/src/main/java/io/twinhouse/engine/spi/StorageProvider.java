// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

/** Opens houses of one URL scheme; found by {@link java.util.ServiceLoader}. */
public interface StorageProvider {

  /** The part of the URL before the first colon: {@code arrow}, {@code clickhouse}. */
  String scheme();

  /**
   * Opens a house.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException when the URL is malformed or the house can
   *     not be reached
   */
  Storage open(StorageOptions options);
}
