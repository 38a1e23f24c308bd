// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.spi;

import io.twinhouse.engine.memory.MemoryContext;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * How a house is opened.
 *
 * @param url the whole URL, for instance {@code arrow:memory:} or {@code
 *     clickhouse:http://host:8123/db}
 * @param options further options by name
 * @param memory server level: what a house itself holds (RAM tables, dictionaries, merges) is
 *     reserved in a child of it
 * @param expressions binds expressions of table definitions
 * @param clock for defaults such as now64(3) and for TTL
 * @param helpers threads that take part in the work of others when they are free; what is given to
 *     them may begin late, so whoever gives it must be ready to do it himself
 */
public record StorageOptions(
    String url,
    Map<String, String> options,
    MemoryContext memory,
    ExpressionCompiler expressions,
    Clock clock,
    Executor helpers) {

  public StorageOptions {
    options = Map.copyOf(options);
  }

  /** Without helpers: each thread does its work alone. */
  public StorageOptions(
      String url,
      Map<String, String> options,
      MemoryContext memory,
      ExpressionCompiler expressions,
      Clock clock) {
    this(url, options, memory, expressions, clock, Runnable::run);
  }
}
