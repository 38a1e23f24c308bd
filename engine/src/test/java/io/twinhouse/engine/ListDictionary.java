// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine;

import io.twinhouse.engine.column.Dictionary;
import io.twinhouse.engine.function.hash.CityHash102;
import io.twinhouse.engine.function.hash.SipHash24;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A dictionary over a list. */
public final class ListDictionary implements Dictionary {

  private final List<byte[]> entries = new ArrayList<>();

  /** Adds an entry; returns its id. */
  public int add(String text) {
    entries.add(text.getBytes(StandardCharsets.UTF_8));
    return entries.size() - 1;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public int length(int id) {
    return entries.get(id).length;
  }

  @Override
  public int copy(int id, byte[] target, int offset) {
    byte[] entry = entries.get(id);
    System.arraycopy(entry, 0, target, offset, entry.length);
    return entry.length;
  }

  @Override
  public int find(byte[] source, int offset, int length) {
    byte[] wanted = Arrays.copyOfRange(source, offset, offset + length);
    for (int id = 0; id < entries.size(); id++) {
      if (Arrays.equals(entries.get(id), wanted)) {
        return id;
      }
    }
    return -1;
  }

  @Override
  public long sipHash64(int id) {
    return SipHash24.hash64(entries.get(id), 0, entries.get(id).length);
  }

  @Override
  public long cityHash64(int id) {
    return CityHash102.hash64(entries.get(id), 0, entries.get(id).length);
  }
}
