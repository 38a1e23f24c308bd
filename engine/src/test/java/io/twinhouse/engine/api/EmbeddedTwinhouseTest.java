// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.Field;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.frontend.Statement;
import io.twinhouse.engine.plan.JoinKind;
import io.twinhouse.engine.plan.JoinStrictness;
import io.twinhouse.engine.plan.PlanNode;
import io.twinhouse.engine.plan.QueryPlan;
import io.twinhouse.engine.plan.SortKey;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.type.IntegerType;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements, settings, limits and shutdown, over a house and a front end of no substance. */
class EmbeddedTwinhouseTest {

  private static final Schema SCHEMA = Schema.of(new Field("x", IntegerType.INT64));

  private final Twinhouse engine = Twinhouse.at("toy:").threads(2).open();

  EmbeddedTwinhouseTest() {
    PlanNode three = new PlanNode.Values(SCHEMA, Batch.of(3, LongColumn.of(7, 8, 9)));
    PlanNode many =
        new PlanNode.Values(
            SCHEMA, Batch.of(4096, LongColumn.of(LongStream.range(0, 4096).toArray())));
    Schema pair = new Schema(List.of(SCHEMA.field(0), SCHEMA.field(0)));
    PlanNode square =
        new PlanNode.Join(
            many,
            many,
            JoinKind.CROSS,
            JoinStrictness.ALL,
            List.of(),
            List.of(),
            null,
            null,
            false,
            pair);
    PlanNode endless =
        new PlanNode.Sort(
            new PlanNode.Join(
                square,
                many,
                JoinKind.CROSS,
                JoinStrictness.ALL,
                List.of(),
                List.of(),
                null,
                null,
                false,
                new Schema(List.of(SCHEMA.field(0), SCHEMA.field(0), SCHEMA.field(0)))),
            List.of(new SortKey(2, false, false)),
            1);
    put("three", query(three));
    put("square", query(square));
    put("endless", query(endless));
    put("sorted", query(new PlanNode.Sort(square, List.of(new SortKey(1, false, false)), -1)));
    put(
        "insert",
        Statement.Insert.of(
            new TableName("default", "t"), List.of("x"), new QueryPlan(three, List.of())));
    put("use other", new Statement.Use("other", false));
    put("use nowhere", new Statement.Use("nowhere", false));
    put("set", new Statement.SetSettings(Map.of("max_result_rows", "2")));
  }

  private static void put(String sql, Statement statement) {
    ToyFrontend.STATEMENTS.put(sql, statement);
  }

  private static Statement query(PlanNode node) {
    return new Statement.Query(
        new QueryPlan(node, List.of()),
        node.schema(),
        null,
        Map.of(),
        List.of(),
        Statement.Charge.SELECT);
  }

  @AfterEach
  void nothingIsLeft() {
    engine.close();
    assertThat(engine.memory().reservedBytes()).isZero();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.isAlive() && t.getName().startsWith("twinhouse-"));
  }

  private static void refused(Runnable run, ErrorCode code, String part) {
    assertThatThrownBy(run::run)
        .isInstanceOfSatisfying(
            TwinhouseException.class, e -> assertThat(e.number()).isEqualTo(code.number()))
        .hasMessageContaining(part);
  }

  @Test
  void rowsAndFiguresComeBack() {
    try (QueryResult result = engine.query("three")) {
      assertThat(result.rows()).isEqualTo(List.of(List.of(7L), List.of(8L), List.of(9L)));
      assertThat(result.statistics().resultRows()).isEqualTo(3);
      assertThat(result.statistics().repeatablePeak()).isTrue();
      assertThat(result.statistics().operators()).hasSize(1);
    }
  }

  @Test
  void insertsCommitOnce() {
    try (QueryResult result = engine.query("insert")) {
      assertThat(result.statistics().writtenRows()).isEqualTo(3);
    }
    assertThat(((ToyHouse) engine.storage()).inserted()).isEqualTo(3);
  }

  @Test
  void sessionsKeepTheirDatabaseAndSettings() {
    Session session = engine.session();
    session.query(QueryRequest.of("use other")).close();
    assertThat(session.database()).isEqualTo("other");
    refused(
        () -> session.query(QueryRequest.of("use nowhere")), ErrorCode.UNKNOWN_DATABASE, "nowhere");
    session.query(QueryRequest.of("set")).close();
    refused(
        () -> session.query(QueryRequest.of("three")).rows(),
        ErrorCode.TOO_MANY_ROWS_OR_BYTES,
        "Limit for result exceeded, max rows: 2.00, current rows: 3.00");
    assertThat(engine.query("three").rows()).hasSize(3);
  }

  @Test
  void limitsHoldAndNothingLeaks() {
    QueryRequest sorted = QueryRequest.of("sorted").withSetting("max_memory_usage", "10M");
    refused(
        () -> engine.query(sorted).rows(),
        ErrorCode.MEMORY_LIMIT_EXCEEDED,
        "Query memory limit exceeded: would use ");
    QueryRequest user = QueryRequest.of("sorted").withSetting("max_memory_usage_for_user", "10M");
    refused(
        () -> engine.query(user).rows(),
        ErrorCode.MEMORY_LIMIT_EXCEEDED,
        "User memory limit exceeded: would use ");
    QueryRequest slow = QueryRequest.of("endless").withSetting("max_execution_time", "0.05");
    refused(() -> engine.query(slow).rows(), ErrorCode.TIMEOUT_EXCEEDED, "maximum: 50 ms");
    QueryRequest cut =
        QueryRequest.of("square")
            .withSetting("max_result_rows", "5000")
            .withSetting("result_overflow_mode", "break");
    assertThat(engine.query(cut).rows()).hasSize(8192);
  }

  @Test
  void settingsAreKnownByName() {
    refused(
        () -> engine.query(QueryRequest.of("three").withSetting("max_thread", "1")),
        ErrorCode.UNKNOWN_SETTING,
        "Unknown setting 'max_thread': Maybe you meant ['max_threads']");
    refused(
        () -> engine.query(QueryRequest.of("three").withSetting("cast_keep_nullable", "1")),
        ErrorCode.NOT_IMPLEMENTED,
        "cast_keep_nullable");
    assertThat(engine.query(QueryRequest.of("three").withSetting("s3_max_connections", "9")).rows())
        .hasSize(3);
  }

  @Test
  void queriesAreCancelledByIdAndIdsAreUnique() throws InterruptedException {
    QueryResult running = engine.query(QueryRequest.of("endless").withQueryId("mine"));
    refused(
        () -> engine.query(QueryRequest.of("three").withQueryId("mine")),
        ErrorCode.QUERY_WITH_SAME_ID_IS_ALREADY_RUNNING,
        "mine");
    long[] stoppedAfter = new long[1];
    Thread reader =
        new Thread(
            () -> {
              refused(running::rows, ErrorCode.QUERY_WAS_CANCELLED, "cancelled");
              stoppedAfter[0] = System.nanoTime();
            },
            "reader");
    reader.start();
    Thread.sleep(50);
    long asked = System.nanoTime();
    assertThat(engine.cancel("mine")).isTrue();
    reader.join();
    assertThat(stoppedAfter[0] - asked).isBetween(1L, 1_000_000_000L);
    assertThat(engine.cancel("mine")).isFalse();
  }

  @Test
  void closingEndsRunningQueriesAndRefusesNewOnes() {
    QueryResult open = engine.query("square");
    assertThat(open.next()).isNotNull();
    engine.close();
    assertThat(open.next()).isNull();
    assertThat(((ToyHouse) engine.storage()).isClosed()).isTrue();
    refused(() -> engine.query("three"), ErrorCode.ABORTED, "closed");
    refused(() -> Twinhouse.open("nope:x"), ErrorCode.BAD_ARGUMENTS, "nope");
  }
}
