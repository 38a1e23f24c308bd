// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.other;

import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.type.DateTime64Type;
import io.twinhouse.engine.type.DateTimeType;
import java.time.Instant;

/**
 * Functions whose answer hangs on how the server cuts rows into blocks. They are refused, as those
 * that it has deprecated are there; the clock that is read anew for each block is not.
 */
public final class BlockFunctions {

  private static final String ALLOWED = "allow_deprecated_error_prone_window_functions";

  private BlockFunctions() {}

  public static FunctionFamily family() {
    FunctionFamily family = new FunctionFamily("Blocks");
    for (String name :
        new String[] {"rowNumberInBlock", "rowNumberInAllBlocks", "blockNumber", "blockSize"}) {
      refused(family, name, false, "use row_number() OVER (...)");
    }
    refused(family, "runningConcurrency", false, "use sum(...) OVER (...)");
    refused(family, "neighbor", true, "use lagInFrame or leadInFrame over a window");
    for (String name :
        new String[] {"runningDifference", "runningDifferenceStartingWithFirstValue"}) {
      refused(family, name, true, "use x - lagInFrame(x) OVER (...)");
    }
    family.add("nowInBlock", t -> t.ownNulls().notDeterministic().notFolded(), BlockFunctions::now);
    family.add(
        "nowInBlock64", t -> t.ownNulls().notDeterministic().notFolded(), BlockFunctions::now64);
    return family;
  }

  private static void refused(
      FunctionFamily family, String name, boolean deprecated, String advice) {
    family.add(
        name,
        t -> t.ownNulls().notDeterministic(),
        call -> {
          if (deprecated && !call.context().settings().value(ALLOWED).equals("1")) {
            throw call.refuse(
                ErrorCode.DEPRECATED_FUNCTION,
                "Function "
                    + name
                    + " is deprecated since its usage is error-prone (see docs)."
                    + "Please use proper window function or set `"
                    + ALLOWED
                    + "` setting to enable it");
          }
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "Function " + name + " is not implemented: it hangs on blocks of rows; " + advice);
        });
  }

  private static BoundFunction now(CallSite call) {
    String zone = call.arity(0, 1).zone(0);
    return Bound.of(
        new DateTimeType(zone),
        invocation ->
            ConstantColumn.of(LongColumn.of(Instant.now().getEpochSecond()), invocation.rows()));
  }

  private static BoundFunction now64(CallSite call) {
    call.arity(0, 2);
    long precision = call.size() > 0 ? call.constantLong(0) : 3;
    if (precision < 0 || precision > 9) {
      throw call.refuse(
          ErrorCode.ARGUMENT_OUT_OF_BOUND, "Scale " + precision + " is too large for DateTime64");
    }
    DateTime64Type type = new DateTime64Type((int) precision, call.zone(1));
    long ticks = type.ticksPerSecond();
    return Bound.of(
        type,
        invocation -> {
          Instant now = Instant.now();
          long value = now.getEpochSecond() * ticks + now.getNano() / (1_000_000_000L / ticks);
          return ConstantColumn.of(LongColumn.of(value), invocation.rows());
        });
  }
}
