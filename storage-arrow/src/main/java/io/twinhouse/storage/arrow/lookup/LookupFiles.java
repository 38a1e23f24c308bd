// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.lookup;

import io.twinhouse.engine.function.hash.SipHash24;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.file.TextFile;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A map's file and the mark beside it, which is there only while the map is closed: of which keys
 * the map was made, and the map's length and checksum. So nothing of the map need ever be synced: a
 * map that a crash, a power cut or somebody's hand has left otherwise does not fit its mark.
 */
final class LookupFiles {

  private static final String KIND = "lookup";
  private static final int VERSION = 1;
  private static final int PIECE = 1 << 16;

  private final Directory directory;
  private final String map;
  private final String mark;

  LookupFiles(Directory directory, String name) {
    this.directory = directory;
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    String id = Long.toHexString(SipHash24.hash64(text, 0, text.length));
    this.map = "lookup-" + id + ".map";
    this.mark = "lookup-" + id + ".mark";
  }

  /** Where the map is. */
  File map() throws IOException {
    String path = directory.path().orElseThrow(() -> new IOException("not a directory on disk"));
    return new File(path, map);
  }

  /**
   * How many entries the map was made for if it is as it was closed over just these keys, else 0;
   * reads it whole.
   */
  long sealedCapacity(KeyLookup.Keys keys) {
    try {
      if (!directory.exists(mark) || !directory.exists(map)) {
        return 0;
      }
      List<List<String>> found = TextFile.read(directory, mark, KIND, VERSION);
      long capacity = Long.parseLong(found.get(0).get(0));
      return found.equals(mark(keys, capacity)) ? capacity : 0;
    } catch (IOException | RuntimeException e) {
      return 0;
    }
  }

  /** The map is whole and closed. */
  void seal(KeyLookup.Keys keys, long capacity) throws IOException {
    TextFile.write(directory, mark, KIND, VERSION, mark(keys, capacity));
  }

  /** The map is about to be changed. */
  void unseal() throws IOException {
    directory.delete(mark);
  }

  /** Deletes both. */
  void delete() throws IOException {
    unseal();
    directory.delete(map);
  }

  private List<List<String>> mark(KeyLookup.Keys keys, long capacity) throws IOException {
    int size = keys.size();
    long digest = size;
    for (int id = 0; id < size; id++) {
      digest = (digest ^ keys.hash(id)) * 0xD6E8FEB86659FD93L;
      digest ^= digest >>> 32;
    }
    CRC32C checksum = new CRC32C();
    long length;
    try (FileView view = directory.open(map)) {
      length = view.size();
      for (long at = 0; at < length; at += PIECE) {
        checksum.update(view.bytes(at, (int) Math.min(PIECE, length - at)));
      }
    }
    return List.of(
        List.of(Long.toString(capacity)),
        List.of("keys", Integer.toString(size), Long.toHexString(digest)),
        List.of("map", Long.toString(length), Long.toHexString(checksum.getValue())));
  }
}
