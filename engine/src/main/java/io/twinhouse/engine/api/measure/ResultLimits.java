// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api.measure;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exec.task.Quantity;
import io.twinhouse.engine.exec.task.SizeLimit;
import io.twinhouse.engine.setting.Settings;

/**
 * How large a result may be.
 *
 * @param rows 0 for no limit
 * @param bytes 0 for no limit
 * @param breaks whether reaching the limit of rows ends the result with the batch that reached it;
 *     bytes are counted as they are held here, so that they never end it where the server's do
 */
public record ResultLimits(long rows, long bytes, boolean breaks) {

  public static final ResultLimits NONE = new ResultLimits(0, 0, false);

  public static ResultLimits of(Settings settings) {
    return new ResultLimits(
        settings.number("max_result_rows"),
        settings.number("max_result_bytes"),
        settings.text("result_overflow_mode").equals("break"));
  }

  /**
   * Whether rows may follow, given all rows and bytes so far.
   *
   * @throws TwinhouseException TOO_MANY_ROWS_OR_BYTES
   */
  public boolean allowMore(long rowsSoFar, long bytesSoFar) {
    boolean rowsOver = rows > 0 && rowsSoFar > rows;
    boolean bytesOver = bytes > 0 && bytesSoFar > bytes;
    if (breaks) {
      if (bytesOver) {
        throw SizeLimit.refusal("the result's bytes");
      }
      return !(rows > 0 && rowsSoFar >= rows);
    }
    if (rowsOver || bytesOver) {
      throw new TwinhouseException(
          ErrorCode.TOO_MANY_ROWS_OR_BYTES,
          "Limit for result exceeded, "
              + (rowsOver
                  ? "max rows: "
                      + Quantity.count(rows)
                      + ", current rows: "
                      + Quantity.count(rowsSoFar)
                  : "max bytes: "
                      + Quantity.bytes(bytes)
                      + ", current bytes: "
                      + Quantity.bytes(bytesSoFar)));
    }
    return true;
  }

  /** The size that a batch counts for. */
  public static long bytesOf(Batch batch) {
    return batch.retainedBytes();
  }
}
