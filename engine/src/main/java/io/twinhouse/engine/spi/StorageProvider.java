// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.List;

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

  /**
   * Reads all that a closed house keeps and says what is wrong with it, one line each.
   *
   * @throws TwinhouseException UNSUPPORTED_METHOD when the house keeps nothing here; or when
   *     somebody has it open
   */
  default List<String> check(StorageOptions options) {
    throw new TwinhouseException(
        ErrorCode.UNSUPPORTED_METHOD, "The house " + options.url() + " has nothing to check here");
  }
}
