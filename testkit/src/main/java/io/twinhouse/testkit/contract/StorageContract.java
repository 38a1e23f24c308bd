// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.expression.Expression;
import io.twinhouse.engine.expression.Expression.InSet;
import io.twinhouse.engine.expression.Expression.InputRef;
import io.twinhouse.engine.expression.Expression.SetSource;
import io.twinhouse.engine.memory.MemoryContext;
import io.twinhouse.engine.memory.MemoryLevel;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.ColumnDefinition;
import io.twinhouse.engine.spi.ColumnRead;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Scan;
import io.twinhouse.engine.spi.ScanRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import io.twinhouse.engine.type.IntegerType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of every house. A subclass opens it, and adds what is special about it. */
@ExtendWith(Seed.class)
@SuppressWarnings("NullAway.Init") // JUnit and the set-up method fill the fields
public abstract class StorageContract {
  private static final Type UINT64 = IntegerType.UINT64;

  /** Fails a test that leaves threads, open files or reserved bytes behind. */
  @RegisterExtension protected final LeakCheck leaks = new LeakCheck();

  @TempDir private Path place;

  private MemoryContext memory;
  private House house;

  /** Called by subclasses. */
  protected StorageContract() {}

  /**
   * Opens the house under test. A second call with the same place finds what the first left there,
   * if the house keeps anything at all.
   *
   * @param place a directory of this test's own; houses elsewhere need not use it
   * @param memory the server level; all of it must be given back by the close of the house
   */
  protected abstract Storage open(Path place, MemoryContext memory);

  /** A database name that no other test uses at the same time. */
  protected String database() {
    return "contract_" + ProcessHandle.current().pid();
  }

  @BeforeEach
  final void openHouse() {
    memory = MemoryContext.root("contract", 1L << 30);
    leaks.watchZero("reserved bytes", memory::reservedBytes).watchFiles(place);
    house = opened();
    if (house.storage.databases().contains(database())) {
      house.storage.dropDatabase(database());
    }
    house.storage.createDatabase(database());
  }

  @AfterEach
  final void closeHouse() {
    try (Storage closing = house.storage) {
      if (closing.databases().contains(database())) {
        closing.dropDatabase(database());
      }
    }
  }

  private House opened() {
    return new House(open(place, memory), database(), memory);
  }

  private House reopened(House old) {
    old.storage.close();
    house = opened();
    return house;
  }

  /** The heart of the contract: what is claimed works, and what is not claimed does not. */
  @ParameterizedTest
  @EnumSource
  final void claimsAreNeitherWrongNorTooModest(Capability capability) {
    boolean claimed = house.can(capability);
    CapabilityProbe probe = new CapabilityProbe(house, this::reopened);
    @Nullable Throwable failure = catchThrowable(() -> probe.run(capability));
    if (claimed) {
      assertThat(failure).as("what happens when " + capability + " is claimed").isNull();
    } else {
      assertThat(failure)
          .as("what happens when " + capability + " is not claimed")
          .isInstanceOfAny(TwinhouseException.class, AssertionError.class);
    }
  }

  @Test
  final void databasesAndTablesAreNamedOnce() {
    refuses(ErrorCode.DATABASE_ALREADY_EXISTS, () -> house.storage.createDatabase(database()));
    refuses(ErrorCode.UNKNOWN_DATABASE, () -> house.storage.dropDatabase("no_such_database"));
    TableDefinition table = house.mergeTree("t", "id UInt64");
    refuses(ErrorCode.TABLE_ALREADY_EXISTS, () -> house.create(table));
    TableName missing = house.name("no_such_table");
    assertThat(house.storage.table(missing)).isEmpty();
    assertThat(house.storage.view(missing)).isEmpty();
    refuses(ErrorCode.UNKNOWN_TABLE, () -> house.storage.drop(missing));
    refuses(ErrorCode.UNKNOWN_TABLE, () -> house.storage.truncate(missing));
    refuses(ErrorCode.UNKNOWN_TABLE, () -> house.storage.insert(missing, List.of("id")));
    refuses(
        ErrorCode.UNKNOWN_STORAGE,
        () -> house.create(house.define("u", "NoSuchEngine", List.of(), List.of("a"), "a UInt8")));
  }

  @Test
  final void tablesAreListedInOrderAndByTheirDatabase() {
    house.mergeTree("b", "id UInt64");
    house.mergeTree("a", "id UInt64");
    house.mergeTree("with `quotes` and 'ticks'", "id UInt64");
    assertThat(house.storage.tables(database()))
        .containsExactly(house.name("a"), house.name("b"), house.name("with `quotes` and 'ticks'"));
    house.storage.drop(house.name("a"));
    house.storage.drop(house.name("with `quotes` and 'ticks'"));
    assertThat(house.storage.tables(database())).containsExactly(house.name("b"));
    house.storage.dropDatabase(database());
    assertThat(house.storage.databases()).doesNotContain(database());
  }

  @Test
  final void aDefinitionComesBackAsDeclared() {
    TableDefinition plain =
        house.define(
            "declared",
            "ReplacingMergeTree",
            List.of("version"),
            List.of("id", "name"),
            "id UUID",
            "name LowCardinality(String)",
            "month UInt32",
            "version Int64");
    List<ColumnDefinition> columns = new ArrayList<>(plain.columns());
    columns.add(
        new ColumnDefinition(
            "note",
            plain.columns().get(1).type(),
            ColumnDefinition.Kind.PLAIN,
            null,
            "it's a comment"));
    TableDefinition declared =
        House.partitioned(
            new TableDefinition(
                plain.name(),
                columns,
                plain.engine(),
                plain.engineArguments(),
                plain.orderBy(),
                List.of("id"),
                null,
                null,
                null,
                Map.of(),
                "the table's comment"),
            "month");
    house.create(declared);
    TableDefinition found = house.storage.table(declared.name()).orElseThrow().definition();
    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFields("settings") // a house may add its defaults
        .isEqualTo(declared);
    assertThat(found.supportsFinal()).isTrue();
  }

  @Test
  final void anInsertIsSeenFromItsCommitOn() {
    TableDefinition table = house.mergeTree("t", "id UInt64");
    try (BatchSink sink = house.storage.insert(table.name(), List.of("id"))) {
      sink.add(House.batch(List.of(UINT64), List.of(List.of(1))));
      sink.add(House.batch(List.of(UINT64), List.of(List.of(2), List.of(3))));
      assertThat(house.read(table)).isEmpty();
      assertThat(sink.commit()).isEqualTo(3);
    }
    assertThat(house.read(table)).isEqualTo(numbers(1, 2, 3));
    assertThat(house.storage.table(table.name()).orElseThrow().statistics().rows()).isEqualTo(3);
  }

  @Test
  final void anInsertThatIsNotCommittedNeverWas() {
    TableDefinition table = house.mergeTree("t", "id UInt64");
    BatchSink sink = house.storage.insert(table.name(), List.of("id"));
    sink.add(House.batch(List.of(UINT64), List.of(List.of(1))));
    sink.close();
    sink.close();
    assertThat(house.read(table)).isEmpty();
  }

  @Test
  final void anInsertOfNoRowsIsFine() {
    TableDefinition table = house.mergeTree("t", "id UInt64");
    try (BatchSink sink = house.storage.insert(table.name(), List.of("id"))) {
      sink.add(House.batch(List.of(UINT64), List.of()));
      assertThat(sink.commit()).isZero();
    }
    assertThat(house.read(table)).isEmpty();
  }

  @Test
  final void aSinkCopiesWhatItIsGiven() {
    TableDefinition table = house.mergeTree("t", "id UInt64");
    long[] lane = {1, 2};
    try (BatchSink sink = house.storage.insert(table.name(), List.of("id"))) {
      sink.add(Batch.of(2, LongColumn.of(lane)));
      Arrays.fill(lane, 9);
      sink.commit();
    }
    assertThat(house.read(table)).isEqualTo(numbers(1, 2));
  }

  @Test
  final void columnsLeftOutGetTheDefaultOfTheirType() {
    TableDefinition table =
        house.mergeTree("t", "id UInt64", "s String", "n Nullable(Int8)", "a Array(UInt8)");
    try (BatchSink sink = house.storage.insert(table.name(), List.of("id"))) {
      sink.add(House.batch(List.of(UINT64), List.of(List.of(1))));
      sink.commit();
    }
    assertThat(house.read(table)).isEqualTo(List.of(Arrays.asList(1L, "", null, List.of())));
    refuses(
        ErrorCode.NO_SUCH_COLUMN_IN_TABLE,
        () -> house.storage.insert(table.name(), List.of("id", "nothing")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Int8",
        "Int16",
        "Int32",
        "Int64",
        "UInt8",
        "UInt16",
        "UInt32",
        "UInt64",
        "Int128",
        "Int256",
        "UInt128",
        "UInt256",
        "Float32",
        "Float64",
        "Bool",
        "Date",
        "Date32",
        "DateTime",
        "DateTime64(3, 'UTC')",
        "DateTime64(9)",
        "Decimal(9, 2)",
        "Decimal(18, 4)",
        "Decimal(38, 10)",
        "Decimal(76, 0)",
        "String",
        "FixedString(3)",
        "UUID",
        "IPv4",
        "IPv6",
        "Enum8('a' = -1, 'b' = 7)",
        "Enum16('x' = 1, 'y' = -300)",
        "Nullable(String)",
        "Nullable(UUID)",
        "Nullable(DateTime64(3, 'UTC'))",
        "Nullable(Float64)",
        "LowCardinality(String)",
        "LowCardinality(Nullable(String))",
        "Array(UInt64)",
        "Array(Nullable(String))",
        "Array(Array(Int8))",
        "Tuple(UInt8, Nullable(String))",
        "Tuple(a String, b Array(UInt16))",
        "Map(String, UInt64)"
      })
  final void everyTypeKeepsItsValues(String typeText, RandomSource random) {
    Type type = TypeParser.parse(typeText);
    TableDefinition table = house.mergeTree("t", "id UInt64", "x " + typeText);
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long id = 0; id < 10_000; id++) {
      rows.add(Arrays.asList(id, RandomValues.of(type, random)));
    }
    try (BatchSink sink = house.storage.insert(table.name(), List.of("id", "x"))) {
      for (int from = 0; from < rows.size(); from += 3000) {
        List<List<@Nullable Object>> some = rows.subList(from, Math.min(from + 3000, rows.size()));
        sink.add(House.batch(List.of(UINT64, type), some));
      }
      sink.commit();
    }
    assertThat(house.read(table)).isEqualTo(House.sorted(rows));
  }

  @Test
  final void finalKeepsTheNewestVersionOfEachKey() {
    assumeTrue(house.can(Capability.FINAL), "needs FINAL");
    TableDefinition table = versioned(List.of("version"));
    house.insert(table, row(1, 5, 0, "old"), row(2, 1, 0, "only"));
    house.insert(table, row(1, 6, 0, "new"), row(3, 9, 0, "first"));
    house.insert(table, row(1, 4, 0, "late but older"), row(3, 9, 0, "last of equals"));
    assertThat(house.read(table, true))
        .isEqualTo(
            List.of(
                row(1L, 6L, 0L, "new"),
                row(2L, 1L, 0L, "only"),
                row(3L, 9L, 0L, "last of equals")));
    assertThat(house.read(table)).hasSize(6);
  }

  @Test
  final void finalLooksAcrossPartitions() {
    assumeTrue(house.can(Capability.FINAL), "needs FINAL");
    TableDefinition table = versioned(List.of("version"));
    house.insert(table, row(1, 2, 202602, "newer"));
    house.insert(table, row(1, 1, 202601, "older"));
    assertThat(house.read(table, true)).isEqualTo(List.of(row(1L, 2L, 202602L, "newer")));
  }

  @Test
  final void finalWithoutAVersionKeepsTheLastRow() {
    assumeTrue(house.can(Capability.FINAL), "needs FINAL");
    TableDefinition table = versioned(List.of());
    house.insert(table, row(1, 2, 0, "a"), row(1, 1, 0, "b"));
    assertThat(house.read(table, true)).isEqualTo(List.of(row(1L, 1L, 0L, "b")));
  }

  @Test
  final void finalDropsKeysWhoseNewestVersionIsDeleted() {
    assumeTrue(house.can(Capability.FINAL), "needs FINAL");
    TableDefinition table =
        house.create(
            house.define(
                "deleted",
                "ReplacingMergeTree",
                List.of("version", "gone"),
                List.of("id"),
                "id UInt64",
                "version UInt64",
                "gone UInt8"));
    house.insert(table, row(1, 1, 0), row(2, 1, 0), row(3, 1, 1));
    house.insert(table, row(1, 2, 1), row(3, 2, 0));
    assertThat(house.read(table, true)).isEqualTo(List.of(row(2L, 1L, 0L), row(3L, 2L, 0L)));
  }

  @Test
  final void optimizeDropsReplacedVersionsAndTruncateEverything() {
    assumeTrue(house.can(Capability.FINAL), "needs FINAL");
    TableDefinition table = versioned(List.of("version"));
    house.insert(table, row(1, 1, 0, "old"));
    house.insert(table, row(1, 2, 0, "new"));
    house.storage.optimize(table.name(), MergeRequest.plain(true));
    assertThat(house.read(table)).isEqualTo(List.of(row(1L, 2L, 0L, "new")));
    house.storage.truncate(table.name());
    assertThat(house.read(table)).isEmpty();
    house.insert(table, row(1, 1, 0, "again"));
    assertThat(house.read(table, true)).isEqualTo(List.of(row(1L, 1L, 0L, "again")));
  }

  @Test
  final void jsonPathsAreReadAsTheTypeAskedFor() {
    assumeTrue(house.can(Capability.JSON), "needs JSON");
    TableDefinition table = house.mergeTree("t", "id UInt64", "data JSON");
    house.insert(
        table,
        List.of(1, "{\"geo\":{\"country\":\"DE\"},\"n\":5,\"flag\":true}"),
        List.of(2, "{\"geo\":{\"country\":null},\"n\":\"7\"}"),
        List.of(3, "{}"));
    Type text = TypeParser.parse("Nullable(String)");
    Type number = TypeParser.parse("Nullable(Int64)");
    List<ColumnRead> reads =
        List.of(
            ColumnRead.of("id", UINT64),
            new ColumnRead("data", List.of("geo", "country"), text),
            new ColumnRead("data", List.of("n"), number),
            new ColumnRead("data", List.of("no", "such", "path"), text));
    assertThat(house.read(table, reads, false))
        .isEqualTo(
            List.of(row(1L, "DE", 5L, null), row(2L, null, 7L, null), row(3L, null, null, null)));
  }

  @Test
  final void viewsAreKeptByTheirText() {
    assumeTrue(house.can(Capability.VIEW), "needs VIEW");
    TableDefinition table = house.mergeTree("t", "id UInt64");
    ViewDefinition view = new ViewDefinition(house.name("v"), "SELECT 1 AS a", "it's a view");
    house.storage.createView(view, false);
    assertThat(house.storage.view(view.name())).contains(view);
    assertThat(house.storage.table(view.name())).isEmpty();
    assertThat(house.storage.view(table.name())).isEmpty();
    assertThat(house.storage.tables(database())).containsExactly(table.name(), view.name());
    ViewDefinition other = new ViewDefinition(view.name(), "SELECT 2 AS b", "");
    refuses(ErrorCode.TABLE_ALREADY_EXISTS, () -> house.storage.createView(other, false));
    house.storage.createView(other, true);
    assertThat(house.storage.view(view.name())).contains(other);
    house.storage.drop(view.name());
    assertThat(house.storage.view(view.name())).isEmpty();
  }

  @Test
  final void aScanKeepsItsSnapshot() {
    assumeTrue(house.can(Capability.SCAN), "needs SCAN");
    TableDefinition table = house.mergeTree("t", "id UInt64");
    house.insert(table, List.of(1));
    ScanRequest request = House.request(ids(), null, false, 1, memory);
    try (Scan scan = house.storage.table(table.name()).orElseThrow().scan(request)) {
      house.insert(table, List.of(2));
      house.storage.optimize(table.name(), MergeRequest.plain(true));
      house.storage.truncate(table.name());
      assertThat(House.rows(scan)).isEqualTo(numbers(1));
      assertThat(scan.counters().rows()).isEqualTo(1);
      assertThat(scan.counters().totalRows()).isEqualTo(1);
    }
    assertThat(house.read(table)).isEmpty();
  }

  @Test
  final void aScanFiltersExactlyAndSplitsItsWork() {
    assumeTrue(house.can(Capability.SCAN), "needs SCAN");
    TableDefinition table = house.mergeTree("t", "id UInt64");
    List<List<?>> rows = new ArrayList<>();
    for (long id = 0; id < 40_000; id++) {
      rows.add(List.of(id));
    }
    house.insert(table, rows.toArray(List<?>[]::new));
    Batch wanted = House.batch(List.of(UINT64), List.of(List.of(3), List.of(39_999), List.of(-1)));
    Expression filter =
        new InSet(
            List.of(new InputRef(0, UINT64)), new SetSource.Rows(wanted), false, IntegerType.UINT8);
    for (int partitions : new int[] {1, 3}) {
      assertThat(house.scan(table, House.request(ids(), filter, false, partitions, memory)))
          .isEqualTo(numbers(3, 39_999));
      assertThat(house.scan(table, House.request(ids(), null, false, partitions, memory)))
          .hasSize(rows.size());
    }
  }

  @Test
  final void aScanThatMayNotReserveIsRefused() {
    assumeTrue(house.can(Capability.SCAN), "needs SCAN");
    TableDefinition table = house.mergeTree("t", "id UInt64", "name String");
    house.insert(table, List.of(1, "x".repeat(100_000)));
    try (MemoryContext small = memory.child(MemoryLevel.QUERY, "small", 1000)) {
      List<ColumnRead> reads = List.of(ColumnRead.of("name", TypeParser.parse("String")));
      refuses(
          ErrorCode.MEMORY_LIMIT_EXCEEDED,
          () -> house.scan(table, House.request(reads, null, false, 1, small)));
      assertThat(small.reservedBytes()).isZero();
    }
  }

  @Test
  final void sqlTakesParametersAndNeverSplicesThem() {
    assumeTrue(house.can(Capability.SQL), "needs SQL");
    RemoteRequest request =
        new RemoteRequest(
            "SELECT {text:String} AS t, {list:Array(UInt8)} AS l, {nothing:Nullable(UInt8)} AS n",
            database(),
            "",
            Map.of("text", "'; DROP\t\\x", "list", "[1,2]", "nothing", "\\N"),
            Map.of());
    try (RemoteResult result = house.storage.execute(request)) {
      assertThat(result.schema().names()).containsExactly("t", "l", "n");
      Batch batch = Objects.requireNonNull(result.next());
      assertThat(LaneValues.get(batch.column(0), 0)).isEqualTo("'; DROP\t\\x");
      assertThat(LaneValues.get(batch.column(1), 0)).isEqualTo(List.of(1L, 2L));
      assertThat(LaneValues.get(batch.column(2), 0)).isNull();
    }
  }

  @Test
  final void sqlResultsHaveASchemaEvenWhenEmpty() {
    assumeTrue(house.can(Capability.SQL), "needs SQL");
    String sql = "SELECT number AS n, toString(n) AS `a b` FROM numbers(3) WHERE n > 5 -- none";
    try (RemoteResult result = house.storage.execute(house.request(sql))) {
      assertThat(result.schema().names()).containsExactly("n", "a b");
      assertThat(result.schema().types().get(0)).isEqualTo(UINT64);
      assertThat(result.next()).isNull();
    }
    try (RemoteResult result =
        house.storage.execute(house.request("SHOW TABLES LIKE 'no such thing'"))) {
      assertThat(result.schema().names()).containsExactly("name");
      assertThat(result.next()).isNull();
    }
    try (RemoteResult result =
        house.storage.execute(house.request("CREATE TABLE made (a UInt8) ENGINE = Memory"))) {
      assertThat(result.schema().size()).isZero();
      assertThat(result.next()).isNull();
    }
    assertThat(house.storage.table(house.name("made"))).isPresent();
  }

  @Test
  final void sqlReportsWhatItReadAndWrote() {
    assumeTrue(house.can(Capability.SQL), "needs SQL");
    TableDefinition table = house.mergeTree("t", "id UInt64");
    String insert = "INSERT INTO t SELECT number FROM numbers(1000)";
    try (RemoteResult result = house.storage.execute(house.request(insert))) {
      assertThat(result.next()).isNull();
      assertThat(result.statistics().writtenRows()).isEqualTo(1000);
    }
    assertThat(house.read(table)).hasSize(1000);
    try (RemoteResult result = house.storage.execute(house.request("SELECT sum(id) FROM t"))) {
      assertThat(result.next()).isNotNull();
      assertThat(result.next()).isNull();
      assertThat(result.statistics().readRows()).isEqualTo(1000);
      assertThat(result.statistics().resultRows()).isEqualTo(1);
      assertThat(result.statistics().peakMemoryBytes()).isPositive();
      assertThat(result.statistics().exactPeak()).isTrue();
    }
  }

  @Test
  final void sqlMayBeLeftEarly() {
    assumeTrue(house.can(Capability.SQL), "needs SQL");
    String sql = "SELECT number FROM numbers(1000000)";
    for (int i = 0; i < 3; i++) {
      RemoteResult result = house.storage.execute(house.request(sql));
      assertThat(result.next()).isNotNull();
      result.close();
      result.close();
    }
    refuses(ErrorCode.UNKNOWN_TABLE, () -> house.query("SELECT * FROM no_such_table"));
  }

  private TableDefinition versioned(List<String> version) {
    return house.create(
        House.partitioned(
            house.define(
                "versioned",
                "ReplacingMergeTree",
                version,
                List.of("id"),
                "id UInt64",
                "version UInt64",
                "month UInt32",
                "text String"),
            "month"));
  }

  private static List<ColumnRead> ids() {
    return List.of(ColumnRead.of("id", UINT64));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  private static List<List<@Nullable Object>> numbers(long... values) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Arrays.stream(values).forEach(value -> rows.add(row(value)));
    return House.sorted(rows);
  }

  private static void refuses(ErrorCode code, ThrowingCallable call) {
    TwinhouseException refusal = catchThrowableOfType(TwinhouseException.class, call);
    assertThat(refusal).as("a refusal with " + code).isNotNull();
    assertThat(refusal.codeName() + ": " + refusal.getMessage()).startsWith(code.name() + ": ");
  }
}
