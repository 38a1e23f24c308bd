// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.storage.arrow.format.PartFormat.PartContent;
import io.twinhouse.storage.arrow.format.PartFormat.StreamContent;
import io.twinhouse.storage.arrow.format.StreamKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two threads get about the same weight of pages. */
final class PageCutTest {

  private static final int ROWS = 1000;

  @Test
  void aHeavyStreamIsCutAtAPage() {
    assertThat(middle(longs(), texts(100), longs())).isEqualTo(new PageCut(1, 500));
  }

  @Test
  void equalStreamsAreCutBetweenThem() {
    assertThat(middle(longs(), longs())).isEqualTo(new PageCut(1, 0));
  }

  @Test
  void aCutNearTheEndOfAStreamIsBehindIt() {
    assertThat(middle(texts(100), texts(97))).isEqualTo(new PageCut(1, 0));
  }

  @Test
  void aStreamThatIsYetToBeMadeIsNotCut() {
    StreamContent heavy =
        StreamContent.of(StreamKey.of("heavy", StringType.INSTANCE), text(100), made -> made);
    assertThat(middle(longs(), heavy, longs())).isEqualTo(new PageCut(2, 0));
    assertThat(middle(longs(), longs(), heavy, longs())).isEqualTo(new PageCut(2, 0));
    assertThat(middle(heavy, longs())).isEqualTo(new PageCut(1, 0));
  }

  private static PageCut middle(StreamContent... streams) {
    return PageCut.middle(new PartContent(ROWS, 100, "all", List.of(streams), List.of()));
  }

  private static StreamContent longs() {
    return StreamContent.of(
        StreamKey.of("n", IntegerType.INT64), LongColumn.of(new long[ROWS], ROWS, null));
  }

  private static StreamContent texts(int bytes) {
    return StreamContent.of(StreamKey.of("s", StringType.INSTANCE), text(bytes));
  }

  private static Column text(int bytes) {
    int[] offsets = IntStream.rangeClosed(0, ROWS).map(i -> i * bytes).toArray();
    return BytesColumn.of(new byte[ROWS * bytes], offsets, ROWS, null);
  }
}
