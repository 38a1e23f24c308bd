// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.exchange;

import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.column.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Answers as records, component by column name: {@code firstSeen} takes the column {@code
 * firstSeen} or {@code first_seen}. Values become what {@link
 * io.twinhouse.engine.column.JavaValues} says and are then fitted without loss: whole numbers to
 * any Java number that holds them, times to Instant, LocalDateTime or ZonedDateTime, texts to
 * enums. A value that does not fit, or NULL for a primitive component, is refused by the column's
 * name.
 *
 * <pre>{@code
 * record Visit(LocalDate day, long users) {}
 *
 * try (QueryResult result = engine.query("SELECT day, uniqExact(user) AS users FROM visits GROUP BY day")) {
 *   List<Visit> visits = Records.list(result, Visit.class);
 * }
 * }</pre>
 */
public final class Records {

  private Records() {}

  /**
   * All rows that are left.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException BAD_ARGUMENTS when a component has no
   *     column, TYPE_MISMATCH when a value does not fit
   */
  public static <R extends Record> List<R> list(QueryResult result, Class<R> type) {
    List<R> records = new ArrayList<>();
    forEach(result, type, records::add);
    return records;
  }

  /** The rows that are left, one by one; no more than a batch of them is held. */
  public static <R extends Record> void forEach(
      QueryResult result, Class<R> type, Consumer<? super R> taker) {
    RecordMapping<R> mapping = new RecordMapping<>(type, result.schema());
    for (Batch batch = result.next(); batch != null; batch = result.next()) {
      for (int row = 0; row < batch.rows(); row++) {
        taker.accept(mapping.read(batch, row));
      }
    }
  }
}
