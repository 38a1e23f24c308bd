// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.define;

import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import java.util.AbstractList;
import org.jspecify.annotations.Nullable;

/** Arguments of which nothing is known but their number: whoever looks at one ends the binding. */
final class Uncounted extends AbstractList<Argument> {

  private final int size;

  Uncounted(int size) {
    this.size = size;
  }

  @Override
  public Argument get(int index) {
    throw new Asked(null);
  }

  @Override
  public int size() {
    return size;
  }

  /** The end of a binding: with the refusal of the number, or without a word about it. */
  static final class Asked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable TwinhouseException refusal;

    Asked(@Nullable TwinhouseException refusal) {
      super(null, null, false, false);
      this.refusal = refusal;
    }

    @Nullable TwinhouseException refusal() {
      return refusal;
    }
  }
}
