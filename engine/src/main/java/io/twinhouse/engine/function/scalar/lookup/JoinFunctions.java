// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.lookup;

import io.twinhouse.engine.buffer.ColumnBuffer;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.lookup.Lookup;
import io.twinhouse.engine.lookup.LookupDefinition;
import io.twinhouse.engine.lookup.LookupFinder;
import io.twinhouse.engine.lookup.LookupRows;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.MapType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.TupleType;
import io.twinhouse.engine.type.Type;
import java.util.List;

/** Columns of tables of engine Join by their keys. */
final class JoinFunctions {

  private JoinFunctions() {}

  static void addTo(FunctionFamily family) {
    family.add("joinGet", traits -> traits.ownNulls(), call -> get(call, false));
    family.add("joinGetOrNull", traits -> traits.ownNulls(), call -> get(call, true));
  }

  private static BoundFunction get(CallSite call, boolean orNull) {
    if (call.size() < 3) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function " + call.name() + " must be 3 or more");
    }
    Lookup lookup = call.context().lookups().joined(text(call, 0), call.context().database());
    LookupDefinition definition = lookup.definition();
    int place = definition.attribute(text(call, 1));
    if (place < 0) {
      throw call.refuse(
          ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
          "StorageJoin doesn't contain column " + call.constantText(1));
    }
    requireKeys(call, definition.keys());
    Type type = definition.attributes().get(place).type();
    if (orNull && type.base() instanceof TupleType) {
      throw call.notImplemented("the type Nullable(Tuple); ask for joinGet");
    }
    boolean nullable =
        orNull
            && !(type.base() instanceof ArrayType)
            && !(type.base() instanceof MapType)
            && !(type.base() instanceof TupleType);
    LookupRows rows = lookup.rows(call.context().now());
    Type result = nullable ? type.toNullable() : type;
    return Bound.of(
        result,
        invocation -> {
          int count = invocation.rows();
          LookupFinder finder = invocation.scratch().keep(LookupFinder.class, LookupFinder::new);
          Column[] keys = new Column[definition.keys().size()];
          for (int i = 0; i < keys.length; i++) {
            keys[i] = invocation.argument(2 + i).flatten();
          }
          Column[] plain = new Column[keys.length];
          for (int i = 0; i < keys.length; i++) {
            plain[i] = keys[i].nulls() == null ? keys[i] : keys[i].withNulls(null);
          }
          int[] addresses = finder.find(rows, plain, null, count);
          forgetNulls(keys, addresses, count);
          ColumnBuffer out = finder.buffer(0, result);
          LookupFunctions.gather(rows, place, addresses, count, nullable, out);
          return out.column();
        });
  }

  /** No row has NULL as its key. */
  private static void forgetNulls(Column[] keys, int[] addresses, int count) {
    for (Column key : keys) {
      if (key.hasNulls()) {
        for (int row = 0; row < count; row++) {
          addresses[row] = key.isNull(row) ? 0 : addresses[row];
        }
      }
    }
  }

  private static String text(CallSite call, int argument) {
    if (!(call.base(argument) instanceof StringType) || call.constant(argument) == null) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "Illegal type "
              + call.type(argument).name()
              + " of argument "
              + (argument + 1)
              + " of function "
              + call.name()
              + ", expected a const string.");
    }
    return call.constantText(argument);
  }

  private static void requireKeys(CallSite call, List<Field> keys) {
    if (call.size() - 2 != keys.size()) {
      throw call.refuse(
          ErrorCode.NUMBER_OF_ARGUMENTS_DOESNT_MATCH,
          "Number of arguments for function "
              + call.name()
              + " doesn't match: passed "
              + call.size()
              + ", should be equal to "
              + (keys.size() + 2));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (!call.base(2 + i).equals(keys.get(i).type())) {
        throw call.refuse(
            ErrorCode.TYPE_MISMATCH,
            "Type mismatch in joinGet key "
                + (i + 1)
                + ": found type "
                + call.type(2 + i).name()
                + ", while the needed type is "
                + keys.get(i).type().name());
      }
    }
  }
}
