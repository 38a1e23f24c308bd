// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.commit;

import io.twinhouse.storage.arrow.file.CorruptFileException;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.index.RowSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file of row sets: 8 bytes "THROWS01", i32 CRC-32C of the rest, i32 number of sets, then each in
 * Roaring's own serialised form; numbers big-endian.
 */
final class RowSetFile {

  private static final byte[] HEAD = "THROWS01".getBytes(StandardCharsets.US_ASCII);

  private RowSetFile() {}

  static void write(Directory directory, String name, List<RowSet> sets) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream output = new DataOutputStream(bytes);
    output.writeInt(sets.size());
    for (RowSet set : sets) {
      set.write(output);
    }
    byte[] body = bytes.toByteArray();
    ByteBuffer head = ByteBuffer.allocate(12).put(HEAD).putInt(checksum(body));
    try (FileOutput file = directory.create(name, 12L + body.length)) {
      file.write(head.array(), 0, 12);
      file.write(body, 0, body.length);
      file.sync();
    }
  }

  static List<RowSet> read(Directory directory, String name) throws IOException {
    byte[] bytes;
    try (FileView view = directory.open(name)) {
      bytes = view.bytes(0, Math.toIntExact(view.size()));
    }
    if (bytes.length < 16 || !Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length)) {
      throw new CorruptFileException(name, "it does not hold row sets");
    }
    byte[] body = Arrays.copyOfRange(bytes, 12, bytes.length);
    if (ByteBuffer.wrap(bytes).getInt(8) != checksum(body)) {
      throw new CorruptFileException(name, "its checksum does not match");
    }
    DataInputStream input = new DataInputStream(new ByteArrayInputStream(body));
    int count = input.readInt();
    List<RowSet> sets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sets.add(RowSet.read(input));
    }
    return sets;
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }
}
