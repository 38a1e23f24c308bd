// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Options of an engine. Not thread-safe. */
public final class TwinhouseBuilder {

  private final String url;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private long memoryLimitBytes = Runtime.getRuntime().maxMemory() / 10 * 8;
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  TwinhouseBuilder(String url) {
    this.url = url;
  }

  /** An option of the house. */
  public TwinhouseBuilder option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /** A default for every query's setting. */
  public TwinhouseBuilder setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** The clock behind now(); freeze it to make tests repeatable. */
  public TwinhouseBuilder clock(Clock wanted) {
    clock = wanted;
    return this;
  }

  /** The most bytes that all queries and the house together may hold; 80 % of the heap if unset. */
  public TwinhouseBuilder memoryLimit(long bytes) {
    memoryLimitBytes = bytes;
    return this;
  }

  /** Worker threads; also the default of max_threads. */
  public TwinhouseBuilder threads(int count) {
    threads = count;
    return this;
  }

  /**
   * Opens the engine.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException when there is no such house
   */
  public Twinhouse open() {
    return EmbeddedTwinhouse.open(url, options, settings, clock, memoryLimitBytes, threads);
  }
}
