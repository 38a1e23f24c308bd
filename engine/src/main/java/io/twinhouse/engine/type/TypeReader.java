// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.type;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;

/** One pass over one type text. */
final class TypeReader {

  private final String text;

  TypeReader(String text) {
    this.text = text;
  }

  Type read() {
    throw new TwinhouseException(ErrorCode.UNKNOWN_TYPE, "Unknown data type family: " + text);
  }
}
