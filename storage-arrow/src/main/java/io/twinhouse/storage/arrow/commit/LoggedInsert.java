// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.format.ByteSink;
import io.twinhouse.storage.arrow.format.ByteSource;
import java.util.ArrayList;
import java.util.List;

/**
 * What one insert adds to the account of inserts: the journal holds this and not the account, which
 * may be ten thousand entries long. Immutable.
 *
 * @param partitions that the insert has rows in, in the order of its parts
 * @param blocks what its blocks are recognised by; none if it is not to be recognised
 * @param window how many entries of the account are kept
 */
public record LoggedInsert(List<String> partitions, List<String> blocks, long window) {

  /** An insert that is not to be recognised. */
  public static final LoggedInsert NONE = new LoggedInsert(List.of(), List.of(), 0);

  public LoggedInsert {
    partitions = List.copyOf(partitions);
    blocks = List.copyOf(blocks);
  }

  /** The account with this insert. */
  public InsertLog addedTo(InsertLog log) {
    InsertLog all = log;
    for (String partition : partitions) {
      all = all.with(partition, blocks, window);
    }
    return all;
  }

  void write(ByteSink sink) {
    sink.putLong(window);
    putTexts(sink, partitions);
    putTexts(sink, blocks);
  }

  private static void putTexts(ByteSink sink, List<String> texts) {
    sink.putInt(texts.size());
    texts.forEach(sink::putText);
  }

  static LoggedInsert read(ByteSource source) throws CorruptFileException {
    long window = source.getLong();
    return new LoggedInsert(texts(source), texts(source), window);
  }

  private static List<String> texts(ByteSource source) throws CorruptFileException {
    int count = source.getCount(4);
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(source.getText());
    }
    return texts;
  }
}
