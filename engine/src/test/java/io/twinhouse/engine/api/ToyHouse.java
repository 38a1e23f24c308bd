// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.column.Batch;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.BatchSink;
import io.twinhouse.engine.spi.Capability;
import io.twinhouse.engine.spi.MergeRequest;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.RemoteResult;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.StorageProvider;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableDefinition;
import io.twinhouse.engine.spi.TableName;
import io.twinhouse.engine.spi.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A house with one table that takes rows and never gives any back. */
final class ToyHouse implements Storage {

  private long inserted;
  private boolean closed;

  /** Answers to {@code toy:}. */
  public static final class Provider implements StorageProvider {
    @Override
    public String scheme() {
      return "toy";
    }

    @Override
    public Storage open(StorageOptions options) {
      return new ToyHouse();
    }
  }

  long inserted() {
    return inserted;
  }

  boolean isClosed() {
    return closed;
  }

  private static TwinhouseException unsupported() {
    return new TwinhouseException(ErrorCode.UNSUPPORTED_METHOD, "Not in a toy");
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.INSERT, Capability.REPEATABLE_PEAK);
  }

  @Override
  public List<String> databases() {
    return List.of("default", "other");
  }

  @Override
  public void createDatabase(String name) {
    throw unsupported();
  }

  @Override
  public void dropDatabase(String name) {
    throw unsupported();
  }

  @Override
  public List<TableName> tables(String database) {
    return List.of();
  }

  @Override
  public Optional<Table> table(TableName name) {
    return Optional.empty();
  }

  @Override
  public Optional<ViewDefinition> view(TableName name) {
    return Optional.empty();
  }

  @Override
  public void createTable(TableDefinition definition) {
    throw unsupported();
  }

  @Override
  public void createView(ViewDefinition definition, boolean replace) {
    throw unsupported();
  }

  @Override
  public void drop(TableName name) {
    throw unsupported();
  }

  @Override
  public void truncate(TableName name) {
    throw unsupported();
  }

  @Override
  public void optimize(TableName name, MergeRequest request) {
    throw unsupported();
  }

  @Override
  public BatchSink insert(TableName table, List<String> columns) {
    List<Long> pending = new ArrayList<>();
    return new BatchSink() {
      @Override
      public void add(Batch batch) {
        pending.add((long) batch.rows());
      }

      @Override
      public long commit() {
        long rows = pending.stream().mapToLong(Long::longValue).sum();
        inserted += rows;
        return rows;
      }

      @Override
      public void close() {
        pending.clear();
      }
    };
  }

  @Override
  public RemoteResult execute(RemoteRequest request) {
    throw unsupported();
  }

  @Override
  public void close() {
    closed = true;
  }
}
