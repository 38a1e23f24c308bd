// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.mutation;

import io.twinhouse.engine.api.QueryRequest;
import io.twinhouse.engine.api.QueryResult;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.exchange.Answers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements under tight limits and remembers those that end otherwise than by an answer or an
 * error of the server's. Not thread-safe.
 */
public final class Trial {

  private static final int MOST_FAILURES = Integer.getInteger("twinhouse.mutated.failures", 40);
  private static final int SHOWN = 3000;

  /** Of this thread, so that a busy machine fails no test. */
  private static final long CPU_MILLIS = 2000;

  /** Of the clock, for what waits instead of working. */
  private static final long WAITING_MILLIS = 30_000;

  /** LOGICAL_ERROR, STD_EXCEPTION and UNKNOWN_EXCEPTION. */
  private static final Set<Integer> INTERNAL = Set.of(49, 1001, 1002);

  private static final Map<String, String> LIMITS =
      Map.of("max_execution_time", "1", "max_memory_usage", "100000000", "max_threads", "1");

  private final Map<String, String> failures = new TreeMap<>();
  private final Map<Integer, Integer> refusals = new TreeMap<>();
  private int answered;
  private int tried;

  /** Statements that should not have ended as they did, by what they ended with. */
  public Map<String, String> failures() {
    return failures;
  }

  /** Whether there are so many failures that more would tell nothing new. */
  public boolean enough() {
    return failures.size() >= MOST_FAILURES;
  }

  /** How many statements were run. */
  int tried() {
    return tried;
  }

  /** How many were tried, answered and refused, by the codes of the errors. */
  @Override
  public String toString() {
    return tried + " tried, " + answered + " answered, refused by code: " + refusals;
  }

  /** Runs one statement, which must be answered or refused, and drops its rows. */
  public void run(Function<QueryRequest, QueryResult> house, QueryRequest request) {
    run(house, request, null, request.sql());
  }

  /**
   * As {@link #run(Function, QueryRequest)}.
   *
   * @param format what rows are written in; null drops them
   * @param shown what is remembered of a failure
   */
  void run(
      Function<QueryRequest, QueryResult> house,
      QueryRequest request,
      @Nullable String format,
      String shown) {
    long cpu = cpuMillis();
    long start = System.nanoTime();
    tried++;
    try (QueryResult result = house.apply(limited(request))) {
      if (format == null) {
        while (result.next() != null) {
          // the rows are of no interest
        }
      } else {
        Answers.write(result, format, OutputStream.nullOutputStream());
      }
      answered++;
    } catch (TwinhouseException e) {
      refusals.merge(e.number(), 1, Integer::sum);
      if (e.getMessage() == null || INTERNAL.contains(e.number())) {
        fail(e, shown);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      fail(e, shown);
    }
    long worked = cpuMillis() - cpu;
    long passed = (System.nanoTime() - start) / 1_000_000;
    if (worked > CPU_MILLIS || passed > WAITING_MILLIS) {
      note("slow: " + worked + " ms of work in " + passed + " ms", shown);
    }
  }

  private static QueryRequest limited(QueryRequest request) {
    Map<String, String> settings = new HashMap<>(request.settings());
    settings.putAll(LIMITS);
    return request.withSettings(settings);
  }

  /** One statement for each place where an unexpected exception comes from. */
  void fail(Throwable e, String sql) {
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].toString();
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith("io.twinhouse")) {
        place = element.toString();
        break;
      }
    }
    note(e.getClass().getSimpleName() + " " + e.getMessage() + " at " + place, sql);
  }

  private void note(String failure, String sql) {
    String shown = sql.length() <= SHOWN ? sql : sql.substring(0, SHOWN) + "...";
    failures.putIfAbsent(failure, shown);
  }

  private static long cpuMillis() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
  }
}
