// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.address;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.define.RowKernels;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.function.lane.LongLane;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.UuidType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as bytes, and the times in version 7 and in snowflake identifiers. */
public final class IdentifierFunctions {

  private static final int SNOWFLAKE_SHIFT = 22;

  private IdentifierFunctions() {}

  public static FunctionFamily family() {
    return new FunctionFamily("Identifiers")
        .add("UUIDStringToNum", IdentifierFunctions::fromText)
        .add("UUIDNumToString", IdentifierFunctions::toText)
        .add("UUIDToNum", IdentifierFunctions::toBytes)
        .add("UUIDv7ToDateTime", IdentifierFunctions::timeOfUuid)
        .add("snowflakeIDToDateTime", call -> timeOfSnowflake(call, false))
        .add("snowflakeIDToDateTime64", call -> timeOfSnowflake(call, true))
        .add("dateTimeToSnowflakeID", IdentifierFunctions::snowflakeOfTime)
        .add("dateTime64ToSnowflakeID", IdentifierFunctions::snowflakeOfFineTime);
  }

  /** Whether the bytes are in Microsoft's order: variant 2. */
  private static boolean isMicrosoft(CallSite call) {
    if (call.arity(1, 2).size() == 1) {
      return false;
    }
    long variant = call.integer(1).constantLong(1);
    if (variant != 1 && variant != 2) {
      throw call.refuse(ErrorCode.ARGUMENT_OUT_OF_BOUND, "Expected UUID variant, got " + variant);
    }
    return variant == 2;
  }

  /** Turns the first three fields around. */
  private static byte[] ordered(byte[] octets, boolean microsoft) {
    if (!microsoft) {
      return octets;
    }
    int[] order = {3, 2, 1, 0, 5, 4, 7, 6};
    byte[] turned = octets.clone();
    for (int i = 0; i < order.length; i++) {
      turned[i] = octets[order[i]];
    }
    return turned;
  }

  private static BoundFunction fromText(CallSite call) {
    boolean microsoft = isMicrosoft(call);
    call.text(0);
    if (call.base(0) instanceof FixedStringType fixed && fixed.length() != 36) {
      throw call.illegal(0);
    }
    return Bound.total(
        new FixedStringType(16),
        RowKernels.bytes(
            invocation -> {
              BytesLane texts = BytesLane.of(invocation.argument(0));
              return (row, out) -> out.write(ordered(parsed(texts.latin1(row)), microsoft), 0, 16);
            }));
  }

  private static byte[] parsed(String text) {
    if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return new byte[16];
    }
    UUID uuid = UUID.fromString(text);
    return Octets.of(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  private static BoundFunction toText(CallSite call) {
    boolean microsoft = isMicrosoft(call);
    if (!(call.base(0) instanceof FixedStringType fixed) || fixed.length() != 16) {
      throw call.illegal(0);
    }
    return Bound.total(
        StringType.INSTANCE,
        RowKernels.bytes(
            invocation -> {
              Column column = invocation.argument(0);
              return (row, out) -> {
                byte[] octets = ordered(Octets.at(column, row), microsoft);
                String text = new UUID(Octets.high(octets), Octets.low(octets)).toString();
                out.write(text.getBytes(StandardCharsets.US_ASCII), 0, 36);
              };
            }));
  }

  private static BoundFunction toBytes(CallSite call) {
    boolean microsoft = isMicrosoft(call);
    if (!(call.base(0) instanceof UuidType)) {
      throw call.illegal(0);
    }
    return Bound.total(
        new FixedStringType(16),
        RowKernels.bytes(
            invocation -> {
              Column column = invocation.argument(0);
              return (row, out) -> out.write(ordered(Octets.at(column, row), microsoft), 0, 16);
            }));
  }

  private static @Nullable String zone(CallSite call, int index) {
    return call.size() <= index ? null : call.string(index).zone(index);
  }

  private static BoundFunction timeOfUuid(CallSite call) {
    if (!(call.arity(1, 2).base(0) instanceof UuidType)) {
      throw call.illegal(0);
    }
    call.namedZone(1);
    return Bound.total(
        new DateTime64Type(3, zone(call, 1)),
        RowKernels.longs(
            invocation -> {
              Column column = invocation.argument(0);
              return row -> {
                long high = Octets.high(Octets.at(column, row));
                return (high >>> 12 & 15) == 7 ? high >>> 16 : 0;
              };
            }));
  }

  /** Milliseconds at which the identifiers begin to count. */
  private static long epoch(CallSite call) {
    if (call.size() < 2) {
      return 0;
    }
    if (!(call.base(1) instanceof IntegerType integer) || integer.signed()) {
      throw call.illegal(1);
    }
    return call.integer(1).constantLong(1);
  }

  private static BoundFunction timeOfSnowflake(CallSite call, boolean fine) {
    call.arity(1, 3);
    if (!call.base(0).equals(IntegerType.UINT64)) {
      throw call.illegal(0);
    }
    long epoch = epoch(call);
    String zone = zone(call, 2);
    Type result = fine ? new DateTime64Type(3, zone) : new DateTimeType(zone);
    return Bound.total(
        result,
        RowKernels.longs(
            invocation -> {
              LongLane identifiers = LongLane.of(invocation.argument(0));
              return row -> {
                long millis = (identifiers.at(row) >>> SNOWFLAKE_SHIFT) + epoch;
                return fine ? millis : Long.divideUnsigned(millis, 1000) & 0xFFFFFFFFL;
              };
            }));
  }

  private static BoundFunction snowflakeOfTime(CallSite call) {
    if (!(call.arity(1, 2).base(0) instanceof DateTimeType)) {
      throw call.illegal(0);
    }
    long epoch = epoch(call);
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane seconds = LongLane.of(invocation.argument(0));
              return row -> seconds.at(row) * 1000 - epoch << SNOWFLAKE_SHIFT;
            }));
  }

  private static BoundFunction snowflakeOfFineTime(CallSite call) {
    if (!(call.arity(1, 2).base(0) instanceof DateTime64Type type) || type.lane() != Lane.LONG) {
      throw call.illegal(0);
    }
    long epoch = epoch(call);
    long ticks = type.ticksPerSecond();
    return Bound.total(
        IntegerType.UINT64,
        RowKernels.longs(
            invocation -> {
              LongLane times = LongLane.of(invocation.argument(0));
              return row -> {
                long time = times.at(row);
                long millis = ticks > 1000 ? time / (ticks / 1000) : time * (1000 / ticks);
                return millis - epoch << SNOWFLAKE_SHIFT;
              };
            }));
  }
}
