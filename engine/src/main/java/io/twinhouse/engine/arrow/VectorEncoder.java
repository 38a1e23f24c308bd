// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.arrow;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.NothingType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** Adds columns of one type to a block, in the layout of one field. Immutable. */
abstract class VectorEncoder {

  /**
   * @param field what {@link ArrowFields} says of {@code type}
   */
  static VectorEncoder of(Type type, Field field) {
    return type.base() instanceof NothingType
        ? new ContainerEncoders.OfNothing()
        : new OfNode(field.isNullable(), ofValues(type.base(), field));
  }

  private static VectorEncoder ofValues(Type base, Field field) {
    ArrowType arrow = field.getType();
    return switch (base.lane()) {
      case LONG -> ofNumber(base, arrow);
      case DOUBLE ->
          new NumberEncoders.OfFloat(
              ((ArrowType.FloatingPoint) arrow).getPrecision() == FloatingPointPrecision.SINGLE);
      case BYTES ->
          arrow instanceof ArrowType.FixedSizeBinary
              ? new BytesEncoders.OfFixed(((FixedStringType) base).length())
              : new BytesEncoders.OfText();
      case WIDE -> ofWide(base);
      case ARRAY -> new ContainerEncoders.OfList(element(base, field.getChildren().get(0)));
      case TUPLE -> ofTuple((TupleType) base, field.getChildren());
    };
  }

  private static VectorEncoder ofNumber(Type type, ArrowType arrow) {
    if (type instanceof BoolType) {
      return new NumberEncoders.OfBits();
    }
    if (type instanceof DecimalType) {
      return new NumberEncoders.OfDecimal();
    }
    if (type instanceof DateTime64Type time) {
      ArrowType.Timestamp stamp = (ArrowType.Timestamp) arrow;
      int shift = ArrowFields.digits(stamp.getUnit()) - time.precision();
      return new NumberEncoders.OfTicks(new DateTime64Type(shift, null).ticksPerSecond());
    }
    if (arrow instanceof ArrowType.Time clock) {
      int own = type instanceof Time64Type time ? time.precision() : 0;
      int shift = ArrowFields.digits(clock.getUnit()) - own;
      long factor = new Time64Type(shift).ticksPerSecond();
      return new NumberEncoders.OfClock(clock.getBitWidth() / 8, factor);
    }
    int bits = arrow instanceof ArrowType.Int number ? number.getBitWidth() : 64;
    long underNull = type instanceof EnumType names ? names.lowest() : 0;
    return new NumberEncoders.OfWhole(arrow instanceof ArrowType.Date ? 4 : bits / 8, underNull);
  }

  private static VectorEncoder ofWide(Type type) {
    boolean bytewise = !(type instanceof DecimalType) && !WideOrder.isNumber(type);
    return new NumberEncoders.OfWide(bytewise);
  }

  private static VectorEncoder element(Type type, Field field) {
    Type element = type instanceof MapType map ? map.entry() : ((ArrayType) type).element();
    return of(element, field);
  }

  private static VectorEncoder ofTuple(TupleType type, List<Field> fields) {
    VectorEncoder[] elements = new VectorEncoder[fields.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = of(type.elements().get(i), fields.get(i));
    }
    return new ContainerEncoders.OfStruct(List.of(elements));
  }

  /** Adds rows {@code from} to before {@code to}: a node, its buffers, those of its children. */
  abstract void encode(Column column, int from, int to, ArrowBlock block);

  /** What is before the values of any type: how many there are and which are NULL. */
  private static final class OfNode extends VectorEncoder {
    private final boolean nullable;
    private final VectorEncoder values;

    OfNode(boolean nullable, VectorEncoder values) {
      this.nullable = nullable;
      this.values = values;
    }

    @Override
    void encode(Column column, int from, int to, ArrowBlock block) {
      block.addNode(nullable, column.nulls(), from, to);
      values.encode(column, from, to, block);
    }
  }
}
