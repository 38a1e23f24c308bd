// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.aggregate.association;

import static io.twinhouse.engine.function.AggregateTrait.OTHER_IN_WINDOWS;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.AggregateFunction;
import io.twinhouse.engine.function.BoundAggregate;
import io.twinhouse.engine.function.FunctionLibrary;
import io.twinhouse.engine.function.aggregate.define.AggregateFamily;
import io.twinhouse.engine.function.aggregate.define.AggregateSite;
import io.twinhouse.engine.function.aggregate.object.Numbers;
import io.twinhouse.engine.function.aggregate.object.ObjectStates;
import io.twinhouse.engine.function.aggregate.state.ElementCodec;
import io.twinhouse.engine.function.aggregate.state.ValueCodec;
import io.twinhouse.engine.function.aggregate.state.ValueWidth;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Aggregates over how often values come together. */
public final class AssociationAggregates implements FunctionLibrary {

  @Override
  public List<AggregateFunction> aggregates() {
    return new AggregateFamily("Aggregates: statistics")
        .add("cramersV", call -> association(call, Association.CRAMERS_V))
        .with(OTHER_IN_WINDOWS)
        .add("cramersVBiasCorrected", call -> association(call, Association.CRAMERS_V_CORRECTED))
        .with(OTHER_IN_WINDOWS)
        .add("contingency", call -> association(call, Association.CONTINGENCY))
        .with(OTHER_IN_WINDOWS)
        .add("theilsU", call -> association(call, Association.THEILS_U))
        .with(OTHER_IN_WINDOWS)
        .add("entropy", AssociationAggregates::entropy)
        .addCounting("categoricalInformationValue", t -> t, AssociationAggregates::information)
        .functions();
  }

  private static BoundAggregate association(AggregateSite call, Association association) {
    call.plain().binary();
    refuseNested(call);
    List<Type> types = call.types();
    return ObjectStates.of(
        FloatType.FLOAT64, types, memory -> new CrossTable(association, types, memory));
  }

  private static void refuseNested(AggregateSite call) {
    for (Type type : call.types()) {
      Lane lane = type.base().lane();
      if (lane == Lane.ARRAY || lane == Lane.TUPLE || type.isOpaque()) {
        throw call.notImplemented(type.name() + "; use toString");
      }
    }
  }

  private static BoundAggregate entropy(AggregateSite call) {
    if (call.plain().size() == 0) {
      throw call.wrongCount("Incorrect number of arguments for aggregate function entropy");
    }
    call.types().stream()
        .filter(Type::isOpaque)
        .findFirst()
        .ifPresent(
            type -> {
              throw call.notImplemented(type.name() + "; use toString");
            });
    Type base = call.base(0);
    boolean number = ElementCodec.isNumber(base) || base instanceof TimeType;
    if (call.size() == 1 && number && base.lane() != Lane.WIDE) {
      Numbers numbers = new Numbers(base);
      int width = ValueWidth.numberBytes(base);
      return ObjectStates.of(
          FloatType.FLOAT64, call.types(), memory -> Entropy.ofNumbers(numbers, width, memory));
    }
    if (call.size() == 1 && base.lane() == Lane.WIDE) {
      throw call.notImplemented(base.name() + "; use toString");
    }
    List<ValueCodec> codecs =
        call.types().stream().map(type -> new ValueCodec(type, ValueCodec.Form.KEY)).toList();
    return ObjectStates.of(
        FloatType.FLOAT64, call.types(), memory -> Entropy.ofHashes(codecs, memory));
  }

  private static BoundAggregate information(AggregateSite call) {
    if (call.plain().size() < 2) {
      throw call.wrongCount(
          "Aggregate function categoricalInformationValue requires two or more arguments");
    }
    for (int i = 0; i < call.size(); i++) {
      if (!(call.base(i).equals(IntegerType.UINT8) || call.base(i) instanceof BoolType)) {
        throw new TwinhouseException(
            ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
            "All the arguments of aggregate function categoricalInformationValue should be UInt8");
      }
    }
    int categories = call.size() - 1;
    return ObjectStates.of(
        new ArrayType(FloatType.FLOAT64),
        call.types(),
        memory -> new InformationValue(categories, memory));
  }
}
