// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of events: (?1) an event of that condition, (?t>=5) so much time since the one before,
 * . any event, .* any number of them. Stateless.
 */
final class SequencePattern {

  private static final Pattern EVENT = Pattern.compile("\\(\\?(\\d+)\\)");
  private static final Pattern TIME = Pattern.compile("\\(\\?t(<=|<|>=|>|==)(\\d{1,18})\\)");

  /** What a step of a pattern asks for. */
  enum Kind {
    EVENT,
    ANY,
    STAR,
    AT_MOST,
    LESS,
    AT_LEAST,
    MORE,
    EXACTLY;

    /** Whether a step is made where no event is left. */
    boolean holdsAtEnd() {
      return this == STAR || this == AT_MOST || this == LESS;
    }
  }

  /**
   * A step.
   *
   * @param value the number of a condition from 0, or a time
   */
  record Step(Kind kind, long value) {}

  private final List<Step> steps;
  private final boolean timed;

  private SequencePattern(List<Step> steps) {
    this.steps = List.copyOf(steps);
    timed = steps.stream().anyMatch(step -> step.kind().ordinal() > Kind.STAR.ordinal());
  }

  List<Step> steps() {
    return steps;
  }

  /** Whether it asks for times. */
  boolean isTimed() {
    return timed;
  }

  static SequencePattern parse(AggregateSite call, String text) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Kind.STAR, 0));
    Matcher event = EVENT.matcher(text);
    Matcher time = TIME.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (event.region(at, text.length()).lookingAt()) {
        steps.add(new Step(Kind.EVENT, number(call, event.group(1))));
        at = event.end();
      } else if (time.region(at, text.length()).lookingAt()) {
        if (steps.get(steps.size() - 1).kind().ordinal() > Kind.STAR.ordinal()) {
          throw call.badArguments("Temporal condition should be preceded by an event condition");
        }
        steps.add(new Step(kind(time.group(1)), Long.parseLong(time.group(2))));
        at = time.end();
      } else if (text.startsWith(".*", at)) {
        steps.add(new Step(Kind.STAR, 0));
        at += 2;
      } else if (text.charAt(at) == '.') {
        steps.add(new Step(Kind.ANY, 0));
        at++;
      } else {
        throw new TwinhouseException(
            ErrorCode.SYNTAX_ERROR,
            "Could not parse pattern, unexpected '" + text.substring(at) + "' at position " + at);
      }
    }
    if (steps.size() == 1) {
      throw call.notImplemented("an empty pattern");
    }
    return new SequencePattern(steps);
  }

  private static long number(AggregateSite call, String digits) {
    long number = digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
    if (number < 1 || number > call.size() - 1) {
      throw call.badArguments("Event number " + digits + " is out of range");
    }
    return number - 1;
  }

  private static Kind kind(String comparison) {
    return switch (comparison) {
      case "<=" -> Kind.AT_MOST;
      case "<" -> Kind.LESS;
      case ">=" -> Kind.AT_LEAST;
      case ">" -> Kind.MORE;
      default -> Kind.EXACTLY;
    };
  }
}
