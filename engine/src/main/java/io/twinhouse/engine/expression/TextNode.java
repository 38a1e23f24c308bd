// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.expression;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.DictionaryColumn;
import io.twinhouse.engine.function.lane.BytesLane;

/**
 * A deterministic expression that makes a text of one column of texts, such as {@code
 * lower(trim(x))}. Data is mostly stored in its normal form: where every entry of a batch is known
 * to stay as it is, the batch keeps its ids, so that hashes, groups and distinct counts above are
 * those of the dictionary.
 */
final class TextNode extends EvaluationNode {

  /** After so many entries it is known whether the expression mostly leaves them as they are. */
  private static final int TRIAL = 1024;

  private final EvaluationNode inner;
  private final int input;
  private final String key;
  private final EntryFacts facts;
  private int met;
  private int stayed;

  /**
   * @param key what equal expressions over other columns share
   */
  TextNode(EvaluationNode inner, int input, String key, EntryFacts facts) {
    this.inner = inner;
    this.input = input;
    this.key = key;
    this.facts = facts;
  }

  @Override
  Column evaluate(Batch batch) {
    if (!(batch.column(input) instanceof DictionaryColumn coded) || mostlyChanges()) {
      return inner.evaluate(batch);
    }
    if (coded.hasNulls()) {
      return inner.evaluate(batch); // ids under NULL stand for nothing
    }
    EntrySet unchanged = facts.unchangedBy(key, coded.dictionary());
    return unchanged.hasAll(coded.ids(), batch.rows())
        ? coded.withNulls(null)
        : learn(batch, coded, unchanged);
  }

  private boolean mostlyChanges() {
    return met >= TRIAL && stayed < met / 2;
  }

  private Column learn(Batch batch, DictionaryColumn coded, EntrySet unchanged) {
    DictionaryColumn both = coded.withBytes();
    Column after = inner.evaluate(batch.with(input, both));
    if (after.hasNulls() || !(after instanceof BytesColumn)) {
      return after;
    }
    BytesLane old = BytesLane.of(both);
    BytesLane made = BytesLane.of(after);
    int same = 0;
    for (int row = 0; row < batch.rows(); row++) {
      if (BytesLane.equal(old, row, made, row)) {
        unchanged.add(coded.ids()[row]);
        same++;
      }
    }
    met += batch.rows();
    stayed += same;
    return same == batch.rows() ? both : after;
  }

  @Override
  void close() {
    inner.close();
  }
}
