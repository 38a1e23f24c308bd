// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.contract;

import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import io.twinhouse.engine.type.DateType;
import io.twinhouse.engine.type.DecimalType;
import io.twinhouse.engine.type.EnumType;
import io.twinhouse.engine.type.FixedStringType;
import io.twinhouse.engine.type.FloatType;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.IpType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.Time64Type;
import io.twinhouse.engine.type.TimeType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.contract.LaneValues.Tuple;
import io.twinhouse.testkit.contract.LaneValues.Words;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that a column of a type may hold, as {@link LaneValues} has them. */
public final class RandomValues {
  private static final long SECONDS_1900 = -2_208_988_800L;
  private static final long SECONDS_2200 = 7_258_118_400L;

  private RandomValues() {}

  /** One legal value of the type; NULL now and then where it may be. */
  public static @Nullable Object of(Type type, RandomSource random) {
    if (type.isNullable() && random.oneIn(4)) {
      return null;
    }
    Type base = type.base();
    return switch (type.lane()) {
      case LONG -> whole(base, random);
      case DOUBLE -> real(base, random);
      case BYTES -> bytes(base, random);
      case WIDE -> wide(base, random);
      case ARRAY -> array(base, random);
      case TUPLE -> tuple((TupleType) base, random);
    };
  }

  private static Long whole(Type base, RandomSource random) {
    if (base instanceof IntegerType integer) {
      return integer.wrap(random.signed(64));
    } else if (base instanceof BoolType) {
      return (long) random.between(0, 1);
    } else if (base instanceof DateType date) {
      return (long) (date.bits() == 16 ? random.between(0, 65535) : random.between(-25567, 120000));
    } else if (base instanceof DateTimeType || base instanceof IpType) {
      return random.anyLong() >>> 32;
    } else if (base instanceof DateTime64Type time) {
      long second = SECONDS_1900 + (long) (random.unit() * (SECONDS_2200 - SECONDS_1900));
      return second * time.ticksPerSecond() + random.between(0, (int) time.ticksPerSecond() - 1);
    } else if (base instanceof TimeType) {
      return random.signed(64) % (TimeType.LAST_SECOND + 1);
    } else if (base instanceof Time64Type time) {
      return random.signed(64) % ((TimeType.LAST_SECOND + 1) * time.ticksPerSecond());
    } else if (base instanceof EnumType names) {
      return (long) random.pick(List.copyOf(names.names().keySet()));
    } else if (base instanceof DecimalType decimal) {
      return random.signed(64) % pow10(decimal.precision()).longValueExact();
    }
    throw new IllegalArgumentException("no random values of " + base.name());
  }

  private static Double real(Type base, RandomSource random) {
    double value = random.anyDouble();
    if (base instanceof FloatType.Brain) {
      return FloatType.Brain.round(value);
    }
    return base.equals(FloatType.FLOAT32) ? (double) (float) value : value;
  }

  private static String bytes(Type base, RandomSource random) {
    if (base instanceof FixedStringType fixed) {
      return new String(random.bytes(fixed.length()), StandardCharsets.ISO_8859_1);
    }
    byte[] bytes =
        random.oneIn(8)
            ? random.bytes(random.between(0, 300))
            : random.text(20).getBytes(StandardCharsets.UTF_8);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static Words wide(Type base, RandomSource random) {
    int bits = 128;
    if (base instanceof IntegerType integer) {
      bits = integer.bits();
    } else if (base instanceof DecimalType decimal) {
      bits = decimal.bits();
    }
    BigInteger value = random.bigSigned(bits);
    if (base instanceof DecimalType decimal) {
      value = value.remainder(pow10(decimal.precision()));
    }
    List<Long> words = new ArrayList<>();
    for (int shift = 0; shift < bits; shift += Long.SIZE) {
      words.add(value.shiftRight(shift).longValue());
    }
    return new Words(words);
  }

  /** A map's keys are made distinct by their place in front, for a house may merge equal ones. */
  private static List<@Nullable Object> array(Type base, RandomSource random) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int left = random.between(0, 4); left > 0; left--) {
      if (base instanceof MapType map) {
        Tuple entry = tuple(map.entry(), random);
        List<@Nullable Object> parts = new ArrayList<>(entry.elements());
        parts.set(0, parts.get(0) instanceof String key ? left + key : (Object) (long) left);
        elements.add(new Tuple(parts));
      } else {
        elements.add(of(((ArrayType) base).element(), random));
      }
    }
    return elements;
  }

  private static Tuple tuple(TupleType type, RandomSource random) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (Type element : type.elements()) {
      elements.add(of(element, random));
    }
    return new Tuple(elements);
  }

  private static BigInteger pow10(int exponent) {
    return BigInteger.TEN.pow(exponent);
  }
}
