// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.time;

import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.scalar.time.FormatTime.Letter;
import org.jspecify.annotations.Nullable;

/** Letters of formatDateTime that write something else where a setting asks for it. */
final class FormatVariants {

  private FormatVariants() {}

  /** What a letter writes by the settings of the query; null for what it always writes. */
  static @Nullable Letter of(CallSite call, char code, TimeSort sort) {
    return switch (code) {
      case 'f' -> fraction(call, sort);
      case 'e' -> isOn(call, "formatdatetime_e_with_space_padding") ? padded(call) : null;
      case 'c' -> isShort(call) ? (moment, out) -> out.putDigits(moment.month(), 1) : null;
      case 'l' -> isShort(call) ? (moment, out) -> out.putDigits(moment.hour12(), 1) : null;
      case 'k' ->
          isShort(call) && !sort.isDate() ? (moment, out) -> out.putDigits(moment.hour(), 1) : null;
      default -> null;
    };
  }

  private static boolean isOn(CallSite call, String setting) {
    return "1".equals(call.context().settings().value(setting));
  }

  private static boolean isShort(CallSite call) {
    return isOn(call, "formatdatetime_format_without_leading_zeros");
  }

  private static Letter padded(CallSite call) {
    if (isShort(call)) {
      throw call.notImplemented(
          "%e with both formatdatetime_e_with_space_padding and"
              + " formatdatetime_format_without_leading_zeros");
    }
    return (moment, out) -> {
      if (moment.dayOfMonth() < 10) {
        out.put(' ');
      }
      out.putDigits(moment.dayOfMonth(), 1);
    };
  }

  private static @Nullable Letter fraction(CallSite call, TimeSort sort) {
    boolean zero = isOn(call, "formatdatetime_f_prints_single_zero");
    int digits = sort.precision();
    if (digits == 0) {
      return zero ? (moment, out) -> out.put('0') : null;
    }
    if (!zero && !isOn(call, "formatdatetime_f_prints_scale_number_of_digits")) {
      return null;
    }
    long ticks = sort.ticksPerSecond();
    return (moment, out) ->
        out.putDigits((int) Math.floorMod(moment.lane().ticks(moment.row(), ticks), ticks), digits);
  }
}
