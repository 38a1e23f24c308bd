// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.aggregate.event.SequencePattern.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a pattern in events that are sorted by time: patterns without times by the set of steps
 * reached so far, those with times by trying again from further on, shortest first.
 */
final class SequenceSearch {

  private static final int MOST_STEPS = 1_000_000;

  private final List<Step> steps;
  private final boolean timed;
  private final long[] times;
  private final long[] events;
  private int at;
  private int base;
  private int step;

  /** Which events fulfilled a condition of the pattern on the way so far, and on the best one. */
  private final int[] fulfilled;

  private int count;
  private int[] best = {};

  /**
   * @param events bit i of each says whether condition i holds
   */
  SequenceSearch(SequencePattern pattern, long[] times, long[] events) {
    this.steps = pattern.steps();
    this.timed = pattern.isTimed();
    this.times = times;
    this.events = events;
    fulfilled = new int[steps.size()];
  }

  /**
   * The events that got furthest in the pattern, the first such; null where some begin it and none
   * gets to its end, since the server then goes on otherwise.
   */
  int @Nullable [] furthest() {
    return nextTimed() || best.length == 0 ? best : null;
  }

  boolean atEnd() {
    return at >= events.length;
  }

  /** Whether the pattern comes from here on; goes behind its end. */
  boolean next() {
    return timed ? nextTimed() : nextPlain();
  }

  private boolean nextPlain() {
    BitSet reached = new BitSet(steps.size() + 1);
    reached.set(0);
    passStars(reached);
    int begin = at;
    while (!reached.get(steps.size()) && at < events.length) {
      BitSet following = new BitSet(steps.size() + 1);
      for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
        Step wanted = steps.get(i);
        switch (wanted.kind()) {
          case STAR -> following.set(i);
          case ANY -> following.set(i + 1);
          default -> following.set(i + 1, following.get(i + 1) || holds(at, wanted));
        }
      }
      passStars(following);
      reached = following;
      at++;
    }
    if (at == begin) {
      at++; // what matches no event takes one
    }
    return reached.get(steps.size());
  }

  private void passStars(BitSet reached) {
    for (int i = 0; i < steps.size(); i++) {
      if (reached.get(i) && steps.get(i).kind() == SequencePattern.Kind.STAR) {
        reached.set(i + 1);
      }
    }
  }

  private boolean holds(int event, Step wanted) {
    return (events[event] >>> wanted.value() & 1) != 0;
  }

  /** Where to go on from when a way ends. */
  private record Fork(int step, int event, int base, int count) {}

  private boolean nextTimed() {
    Deque<Fork> forks = new ArrayDeque<>();
    int begin = at;
    base = at;
    step = 0;
    count = 0;
    int tried = 0;
    while (step < steps.size() && at < events.length) {
      if (!advance(forks) && !goBack(forks)) {
        break;
      }
      if (++tried > MOST_STEPS) {
        throw new TwinhouseException(
            ErrorCode.TOO_SLOW,
            "Pattern application proves too difficult, exceeding max iterations ("
                + MOST_STEPS
                + ")");
      }
    }
    while (step < steps.size() && steps.get(step).kind().holdsAtEnd()) {
      step++;
    }
    if (at == begin) {
      at++;
    }
    return step == steps.size();
  }

  /** Makes one move; false when this way ends. */
  private boolean advance(Deque<Fork> forks) {
    Step wanted = steps.get(step);
    switch (wanted.kind()) {
      case EVENT:
        if (!holds(at, wanted)) {
          return false;
        }
        fulfil();
        base = at++;
        step++;
        return true;
      case ANY:
        base = at++;
        step++;
        return true;
      case STAR:
        pass(forks);
        return true;
      default:
        return inTime(wanted, forks);
    }
  }

  private void fulfil() {
    fulfilled[count++] = at;
    if (count > best.length) {
      best = Arrays.copyOf(fulfilled, count);
    }
  }

  private void pass(Deque<Fork> forks) {
    forks.push(new Fork(step, at, base, count));
    base = at;
    step++;
  }

  private boolean inTime(Step wanted, Deque<Fork> forks) {
    long passed = times[at] - times[base];
    boolean fits =
        switch (wanted.kind()) {
          case AT_MOST -> passed <= wanted.value();
          case LESS -> passed < wanted.value();
          case AT_LEAST -> passed >= wanted.value();
          case MORE -> passed > wanted.value();
          default -> passed == wanted.value();
        };
    if (fits) {
      pass(forks);
      return true;
    }
    boolean tooLate =
        wanted.kind() == SequencePattern.Kind.AT_MOST || wanted.kind() == SequencePattern.Kind.LESS;
    return !tooLate && ++at < events.length;
  }

  private boolean goBack(Deque<Fork> forks) {
    while (!forks.isEmpty()) {
      Fork fork = forks.pop();
      step = fork.step();
      at = fork.event() + 1;
      base = fork.base();
      count = fork.count();
      if (at < events.length) {
        return true;
      }
    }
    return false;
  }
}
