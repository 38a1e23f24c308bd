// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.TupleColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.Conversion;
import io.twinhouse.engine.function.convert.Conversions;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.lookup.Lookup;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.lookup.LookupFinder;
import io.twinhouse.engine.lookup.LookupRange;
import io.twinhouse.engine.lookup.LookupRows;
import io.twinhouse.engine.type.Lane;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call on a dictionary: its name, what is asked for, a key, and where in a range. The rows are
 * read when the call is bound, so that no operator waits for another query.
 */
final class LookupCall {

  private final Lookup lookup;
  private final @Nullable LookupRows rows;
  private final @Nullable TwinhouseException failure;
  private final int keyAt;
  private final LookupKeys keys;
  private final Conversion point;

  /**
   * @param keyAt the place of the key among the arguments; the value in a range stands behind it
   */
  LookupCall(CallSite call, Lookup lookup, int keyAt) {
    this.lookup = lookup;
    this.keyAt = keyAt;
    LookupRows read = null;
    TwinhouseException failed = null;
    try {
      read = lookup.rows(call.context().now());
    } catch (TwinhouseException e) {
      failed = e;
    }
    rows = read;
    failure = failed;
    keys = new LookupKeys(call, call.type(keyAt).withoutNullable(), lookup.definition());
    LookupRange range = lookup.definition().range();
    point = range == null ? Conversion.NONE : point(call, call.type(keyAt + 1), range.type());
  }

  private static Conversion point(CallSite call, Type given, Type wanted) {
    if (given.isNullable() || given.lane() != Lane.LONG && given.lane() != Lane.DOUBLE) {
      throw call.refuse(
          ErrorCode.ILLEGAL_COLUMN,
          "Illegal type "
              + given.name()
              + " of fourth argument of function "
              + call.name()
              + " must be convertible to Int64");
    }
    return Conversions.of(given, wanted, call.context());
  }

  /** The dictionary that the first argument names. */
  static Lookup named(CallSite call) {
    Column name = call.constant(0);
    if (!(call.base(0) instanceof StringType) || name == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + call.type(0).name()
              + " of first argument of function "
              + call.name()
              + ", expected a const string.");
    }
    return call.context().lookups().named(call.constantText(0), call.context().database());
  }

  /** The names in the second argument: one, or those of a tuple. */
  static List<String> attributes(CallSite call) {
    Column value = call.constant(1);
    Type type = call.type(1);
    if (value != null && type instanceof StringType) {
      return List.of(call.constantText(1));
    }
    boolean texts =
        type instanceof TupleType tuple
            && !tuple.elements().isEmpty()
            && tuple.elements().stream().allMatch(e -> e instanceof StringType);
    if (value == null || !texts) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + type.name()
              + " of second argument of function "
              + call.name()
              + ", expected a const string or const tuple of const strings.");
    }
    List<String> names = new ArrayList<>();
    for (Column element : ((TupleColumn) value.flatten()).elements()) {
      names.add(((BytesColumn) element.flatten()).string(0));
    }
    return names;
  }

  LookupDefinition definition() {
    return lookup.definition();
  }

  /** How many arguments stand behind the one before the key: the key, and a value in a range. */
  static int width(Lookup lookup) {
    return lookup.definition().range() == null ? 1 : 2;
  }

  /** The rows as they are now. */
  LookupRows rows() {
    if (failure != null) {
      throw failure;
    }
    return lookup.latest(java.util.Objects.requireNonNull(rows));
  }

  /** Addresses of the rows of a batch's keys, 0 for those that are not there. */
  int[] find(LookupRows in, LookupFinder finder, Invocation call) {
    int count = call.rows();
    Column value = lookup.definition().range() == null ? null : point(call.argument(keyAt + 1));
    int[] addresses = finder.find(in, keys.of(key(call)), value, count);
    int hits = 0;
    for (int row = 0; row < count; row++) {
      hits += addresses[row] == 0 ? 0 : 1;
    }
    lookup.count(count, hits);
    return addresses;
  }

  /** The numbers of a batch's keys in the hierarchy, 0 for those that are not there. */
  int[] numbers(LookupRows in, LookupFinder finder, Invocation call) {
    lookup.count(call.rows(), call.rows());
    return finder.numbers(in, keys.of(call.argument(keyAt)), call.rows());
  }

  /** The key, whose NULLs are left to who asks. */
  private Column key(Invocation call) {
    Column key = call.argument(keyAt);
    return key.nulls() == null ? key : key.flatten().withNulls(null);
  }

  private Column point(Column argument) {
    return argument instanceof ConstantColumn constant
        ? ConstantColumn.of(point.convert(constant.value()), argument.size())
        : point.convert(argument);
  }
}
