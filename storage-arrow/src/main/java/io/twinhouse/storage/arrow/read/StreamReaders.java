// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.dictionary.StringDictionary;
import io.twinhouse.storage.arrow.dictionary.TableDictionaries;
import io.twinhouse.storage.arrow.format.PageBuffers;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.part.Part;

/** Makes the readers of one read's streams. One thread. */
final class StreamReaders {

  private final TableDictionaries dictionaries;
  private final PageBuffers buffers;

  /**
   * @param memory where packed pages are unpacked
   */
  StreamReaders(TableDictionaries dictionaries, Reservation memory) {
    this.dictionaries = dictionaries;
    this.buffers = new PageBuffers(memory);
  }

  StreamReader of(Part part, PartStream stream) {
    PageCursor cursor = part.format().cursor(stream.key(), stream.dictionary(), buffers);
    StringDictionary dictionary =
        stream.dictionary() ? dictionaries.of(stream.key().dictionaryKey()) : null;
    return new StreamReader(part, stream, cursor, dictionary);
  }
}
