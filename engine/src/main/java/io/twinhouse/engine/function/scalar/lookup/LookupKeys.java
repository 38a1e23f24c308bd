// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.column.WideColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Makes of a call's argument the columns that a dictionary's keys are looked up by. */
final class LookupKeys {

  private final List<Conversion> conversions = new ArrayList<>();
  private final boolean tuple;

  /**
   * @param type of the argument
   * @throws TwinhouseException where a key of that type can not be looked up
   */
  LookupKeys(CallSite call, Type type, LookupDefinition definition) {
    List<Field> keys = definition.keys();
    boolean simple = definition.layout().hasSimpleKey();
    tuple = !simple && type instanceof TupleType;
    if (simple) {
      conversions.add(number(call, type));
      return;
    }
    if (definition.layout().isPrefix()) {
      List<Type> one = type instanceof TupleType many ? many.elements() : List.of(type);
      conversions.add(address(call, one));
      return;
    }
    if (!tuple && keys.size() > 1) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Third argument of function "
              + call.name()
              + " must be tuple when dictionary is complex and key contains more than 1 attribute."
              + "Actual type "
              + type.name());
    }
    List<Type> given = type instanceof TupleType many ? many.elements() : List.of(type);
    if (given.size() != keys.size()) {
      throw new TwinhouseException(
          ErrorCode.TYPE_MISMATCH,
          "Key structure mismatch for dictionary "
              + definition.fullName()
              + ": "
              + keys.size()
              + " columns, not "
              + given.size());
    }
    for (int i = 0; i < keys.size(); i++) {
      Type wanted = keys.get(i).type();
      conversions.add(
          given.get(i).equals(wanted)
              ? Conversion.NONE
              : Conversions.of(given.get(i), wanted, call.context()));
    }
  }

  private static Conversion number(CallSite call, Type type) {
    Type base = type.base();
    if (base instanceof TupleType) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type " + type.name() + " of a key that is one number");
    }
    if (!(base instanceof IntegerType integer) || base.lane() != Lane.LONG) {
      throw call.notImplemented("a key of type " + type.name() + "; cast it to UInt64");
    }
    return integer.signed() ? LookupKeys::requirePositive : Conversion.NONE;
  }

  /** An address as one of the sixth version. */
  private static Conversion address(CallSite call, List<Type> given) {
    Type type = given.size() == 1 ? given.get(0) : null;
    if (type != null && type.equals(IpType.IPV6)) {
      return Conversion.NONE;
    }
    if (type != null && (type.equals(IpType.IPV4) || type.equals(IntegerType.UINT32))) {
      return LookupKeys::ofNumber;
    }
    if (type instanceof FixedStringType fixed && fixed.length() == 16) {
      return LookupKeys::ofOctets;
    }
    throw call.refuse(
        ErrorCode.TYPE_MISMATCH,
        "Key does not match, expected either IPv4 (or UInt32) or IPv6 (or FixedString(16))");
  }

  private static Column ofNumber(Column numbers) {
    long[] values = ((LongColumn) numbers.flatten()).values();
    long[] words = new long[2 * numbers.size()];
    for (int row = 0; row < numbers.size(); row++) {
      words[2 * row] = 0xFFFF_0000_0000L | values[row];
    }
    return WideColumn.of(words, 2, numbers.size(), null);
  }

  private static Column ofOctets(Column texts) {
    BytesColumn bytes = (BytesColumn) texts.flatten();
    long[] words = new long[2 * texts.size()];
    for (int row = 0; row < texts.size(); row++) {
      ByteBuffer octets = ByteBuffer.wrap(bytes.data(), bytes.offsets()[row], 16);
      words[2 * row + 1] = octets.getLong();
      words[2 * row] = octets.getLong();
    }
    return WideColumn.of(words, 2, texts.size(), null);
  }

  private static Column requirePositive(Column keys) {
    Column values = keys instanceof ConstantColumn constant ? constant.value() : keys.flatten();
    long[] longs = ((LongColumn) values).values();
    for (int row = 0; row < values.size(); row++) {
      if (longs[row] < 0) {
        throw new TwinhouseException(
            ErrorCode.CANNOT_CONVERT_TYPE,
            "Value in column Int64 cannot be safely converted into type UInt64");
      }
    }
    return keys;
  }

  /** The columns of the keys of a batch. */
  Column[] of(Column argument) {
    Column[] keys = new Column[conversions.size()];
    if (tuple) {
      TupleColumn elements = (TupleColumn) argument.flatten();
      for (int i = 0; i < keys.length; i++) {
        keys[i] = conversions.get(i).convert(elements.elements().get(i));
      }
    } else {
      keys[0] = conversions.get(0).convert(argument);
    }
    return keys;
  }
}
