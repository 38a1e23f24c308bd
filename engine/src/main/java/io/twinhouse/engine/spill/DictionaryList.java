// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spill;

import io.twinhouse.engine.column.Dictionary;
import java.util.ArrayList;
import java.util.List;

/**
 * The dictionaries that chunks of a file refer to by number. Only a few: columns with dictionaries
 * of their own batch would otherwise be kept alive by the file.
 */
final class DictionaryList {

  private static final int MOST = 64;

  private final List<Dictionary> dictionaries = new ArrayList<>();

  /** The number of a dictionary, or -1 when it is not to be referred to. */
  int numberOf(Dictionary dictionary) {
    for (int i = 0; i < dictionaries.size(); i++) {
      if (dictionaries.get(i) == dictionary) {
        return i;
      }
    }
    if (dictionaries.size() == MOST) {
      return -1;
    }
    dictionaries.add(dictionary);
    return dictionaries.size() - 1;
  }

  Dictionary get(int number) {
    return dictionaries.get(number);
  }
}
