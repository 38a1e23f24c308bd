// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet;

import org.jspecify.annotations.Nullable;

/** Walks over the entries of a leaf in a row group: the levels of each and its value. */
final class LeafCursor implements AutoCloseable {

  private final ParquetNode leaf;
  private final ChunkPages pages;
  private final Cell cell = new Cell();
  private @Nullable Page dictionaryPage;
  private @Nullable DictionaryValues dictionary;
  private @Nullable RunDecoder repetitions;
  private @Nullable RunDecoder definitions;
  private @Nullable ValueStream values;
  private int left;
  private int repetition;
  private int definition;
  private boolean ended;

  LeafCursor(ParquetNode leaf, ChunkPages pages) {
    this.leaf = leaf;
    this.pages = pages;
    advance();
  }

  /** Of the entry under the cursor; 0, as if a row began, behind the last. */
  int repetition() {
    return repetition;
  }

  /**
   * Of the entry under the cursor.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException INCORRECT_DATA behind the last
   */
  int definition() {
    if (ended) {
      throw ParquetFile.broken("column " + leaf.name() + " has too few values");
    }
    return definition;
  }

  /** The value of the entry under the cursor, which must have one; taken only once. */
  Cell value() {
    if (values == null) {
      throw ParquetFile.broken("column " + leaf.name() + " has too few values");
    }
    values.next(cell);
    return cell;
  }

  /** Goes on to the next entry. */
  void advance() {
    while (left == 0 && !ended) {
      nextPage();
    }
    if (!ended) {
      left--;
      repetition = level(repetitions, leaf.repetition());
      definition = level(definitions, leaf.definition());
    }
  }

  private void nextPage() {
    Page page = pages.next();
    if (page == null) {
      ended = true;
      repetition = 0;
      return;
    }
    Page given = pages.dictionary();
    if (given != null && given != dictionaryPage) {
      dictionaryPage = given;
      dictionary = new DictionaryValues(leaf.element(), given);
    }
    repetitions = decoder(page.repetitions(), leaf.repetition());
    definitions = decoder(page.definitions(), leaf.definition());
    values = ValueStream.of(leaf.element(), page, dictionary);
    left = page.count();
  }

  private static @Nullable RunDecoder decoder(Slice levels, int most) {
    return most == 0 ? null : new RunDecoder(levels, 32 - Integer.numberOfLeadingZeros(most));
  }

  private static int level(@Nullable RunDecoder levels, int most) {
    int level = levels == null ? most : levels.next();
    if (level > most) {
      throw ParquetFile.broken("a level of " + level + " where " + most + " is the highest");
    }
    return level;
  }

  @Override
  public void close() {
    pages.close();
  }
}
