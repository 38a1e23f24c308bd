// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.part.Part;

/** Chooses how a read is answered from a part. */
final class ReaderFactory {

  private final TableDictionaries dictionaries;

  ReaderFactory(TableDictionaries dictionaries) {
    this.dictionaries = dictionaries;
  }

  GranuleReader reader(Part part, ColumnRead read) {
    PartStream stream = part.stream(read.column());
    if (stream == null || !read.path().isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED, "Reading " + read + " is not supported");
    }
    return new StreamReader(part, stream, dictionaries);
  }
}
