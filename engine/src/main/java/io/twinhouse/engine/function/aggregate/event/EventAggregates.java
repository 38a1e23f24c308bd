// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.event;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.event.Sequence.Answer;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Aggregates over events. */
public final class EventAggregates implements FunctionLibrary {

  private static final int MOST_CONDITIONS = 32;
  private static final Set<String> OPTIONS =
      Set.of("strict_deduplication", "strict_order", "strict_increase", "allow_reentry");

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: events")
        .addCounting("retention", t -> t, EventAggregates::retention)
        .add("windowFunnel", EventAggregates::funnel)
        .add("sequenceMatch", call -> sequence(call, Answer.WHETHER))
        .add("sequenceCount", call -> sequence(call, Answer.HOW_OFTEN))
        .add("sequenceMatchEvents", call -> sequence(call, Answer.WHEN))
        .add("sequenceNextNode", EventAggregates::nextNode)
        .behind("allow_experimental_funnel_functions")
        .functions();
  }

  private static BoundAggregate retention(AggregateSite call) {
    if (call.plain().size() < 2) {
      throw call.wrongCount("Not enough event arguments for aggregate function " + call.name());
    }
    if (call.size() > MOST_CONDITIONS) {
      throw call.wrongCount("Too many event arguments for aggregate function " + call.name());
    }
    conditions(call, 0);
    int count = call.size();
    return ObjectStates.of(
        new ArrayType(IntegerType.UINT8), call.types(), memory -> new Retention(count));
  }

  private static void conditions(AggregateSite call, int from) {
    for (int i = from; i < call.size(); i++) {
      Type type = call.base(i);
      if (!(type.equals(IntegerType.UINT8) || type instanceof BoolType)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Illegal type "
                + type.name()
                + " of argument "
                + (from == 0 ? i : i + 1)
                + " of aggregate function "
                + call.name()
                + ", must be UInt8");
      }
    }
  }

  private static BoundAggregate funnel(AggregateSite call) {
    if (call.parameters().isEmpty()) {
      throw call.wrongCount(
          "Aggregate function windowFunnel requires at least one parameter: <window>, [option,"
              + " [option, ...]]");
    }
    if (call.size() < 2) {
      throw call.wrongCount(
          "Aggregate function windowFunnel requires one timestamp argument and at least one event"
              + " condition.");
    }
    if (call.size() > MOST_CONDITIONS + 1) {
      throw call.wrongCount("Too many event arguments for aggregate function windowFunnel");
    }
    conditions(call, 1);
    Type time = call.base(0);
    boolean unsigned =
        time instanceof IntegerType integer && !integer.signed() && integer.bits() <= 64;
    if (!(unsigned
        || time instanceof BoolType
        || time.equals(DateType.DATE)
        || time instanceof DateTimeType)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + time.name()
              + " of first argument of aggregate function windowFunnel, must be Unsigned Number,"
              + " Date, DateTime");
    }
    FunnelMode mode = mode(call);
    Numbers times = new Numbers(time);
    return ObjectStates.of(
        IntegerType.UINT8, call.types(), memory -> new Funnel(mode, times, memory));
  }

  private static BoundAggregate sequence(AggregateSite call, Answer answer) {
    if (call.parameters().size() != 1) {
      throw call.wrongCount(
          "Aggregate function " + call.name() + " requires exactly one parameter.");
    }
    if (call.size() < 3) {
      throw new TwinhouseException(
          ErrorCode.TOO_FEW_ARGUMENTS_FOR_FUNCTION,
          "Aggregate function " + call.name() + " requires at least 3 arguments.");
    }
    if (call.size() > MOST_CONDITIONS + 1) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_ARGUMENTS_FOR_FUNCTION,
          "Aggregate function " + call.name() + " supports up to 32 event arguments");
    }
    Type time = call.base(0);
    boolean unsigned =
        time instanceof IntegerType integer && !integer.signed() && integer.bits() <= 64;
    if (!unsigned && !time.equals(DateType.DATE) && !(time instanceof DateTimeType)) {
      throw new TwinhouseException(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + time.name()
              + " of first argument of aggregate function "
              + call.name()
              + ", must be DateTime");
    }
    conditions(call, 1);
    SequencePattern pattern = SequencePattern.parse(call, text(call, 0));
    int width = ValueWidth.bytes(time);
    Type result =
        switch (answer) {
          case WHETHER -> IntegerType.UINT8;
          case HOW_OFTEN -> IntegerType.UINT64;
          case WHEN -> new ArrayType(time);
        };
    return ObjectStates.of(
        result, call.types(), memory -> new Sequence(pattern, answer, width, memory));
  }

  private static BoundAggregate nextNode(AggregateSite call) {
    if (call.parameters().size() < 2) {
      throw call.wrongCount(
          "Aggregate function sequenceNextNode requires 'direction' and 'base' parameters.");
    }
    for (Argument parameter : call.parameters().subList(0, 2)) {
      if (!(parameter.type() instanceof StringType)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "Aggregate function 'sequenceNextNode' requires 'String' parameters.");
      }
    }
    NextNodeRule rule = NextNodeRule.of(call, text(call, 0), text(call, 1));
    int fixed = NextNodeRule.FIXED_ARGUMENTS;
    if (call.size() < fixed + (rule.wantsMatch() ? 1 : 0)
        || call.size() > fixed + NextNodeRule.MOST_EVENTS) {
      throw call.wrongCount(
          "Aggregate function sequenceNextNode takes a time, an event, a condition of the base and"
              + " at most "
              + NextNodeRule.MOST_EVENTS
              + " events");
    }
    conditions(call, 2);
    Type time = call.base(0);
    boolean unsigned =
        time instanceof IntegerType integer && !integer.signed() && integer.bits() <= 64;
    boolean isTime =
        unsigned
            || time instanceof BoolType
            || time.equals(DateType.DATE)
            || time instanceof DateTimeType;
    if (!(call.base(1) instanceof StringType) || !isTime) {
      throw call.illegal(isTime ? 1 : 0);
    }
    return ObjectStates.of(
        StringType.INSTANCE.toNullable(),
        call.types(),
        memory -> new NextNode(rule, call.size() - fixed, memory));
  }

  private static FunnelMode mode(AggregateSite call) {
    Set<String> options = new HashSet<>();
    for (int i = 1; i < call.parameters().size(); i++) {
      String option = text(call, i);
      if (option.equals("strict_once")) {
        throw call.notImplemented("the option strict_once");
      }
      if (!OPTIONS.contains(option)) {
        throw call.badArguments(
            "Aggregate function windowFunnel doesn't support a parameter: " + option);
      }
      options.add(option);
    }
    if (options.contains("allow_reentry") && !options.contains("strict_order")) {
      throw call.badArguments(
          "allow_reentry option requires strict_order to be enabled in Aggregate function"
              + " windowFunnel");
    }
    return new FunnelMode(
        call.longParameter(0),
        call.size() - 1,
        options.contains("strict_deduplication"),
        options.contains("strict_order"),
        options.contains("strict_increase"),
        options.contains("allow_reentry"));
  }

  static String text(AggregateSite call, int index) {
    Column constant = call.parameters().get(index).constant();
    if (constant == null || !(constant.flatten() instanceof BytesColumn bytes)) {
      throw new TwinhouseException(
          ErrorCode.BAD_GET,
          "Bad get: has " + call.parameters().get(index).type().name() + ", requested String");
    }
    return bytes.string(0);
  }
}
