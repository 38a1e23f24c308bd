// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import com.clickhouse.client.api.ClickHouseException;
import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The gateway over clickhouse-java's client-v2. */
final class DriverGateway implements ClickHouseGateway {
  private final Endpoint endpoint;
  private final Client client;
  private final AtomicBoolean closed = new AtomicBoolean();

  DriverGateway(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.client =
        new Client.Builder()
            .addEndpoint(endpoint.url().toString())
            .setUsername(endpoint.user())
            .setPassword(endpoint.password())
            .setDefaultDatabase(endpoint.database())
            .setConnectTimeout(endpoint.connectTimeout().toMillis())
            .setSocketTimeout(endpoint.socketTimeout().toMillis(), ChronoUnit.MILLIS)
            .setMaxConnections(endpoint.maxConnections())
            .compressServerResponse(endpoint.compress())
            .compressClientRequest(false)
            // Its default of 3 runs a query again that has just been killed by code 241.
            .setMaxRetries(0)
            .setClientName("twinhouse")
            .build();
  }

  @Override
  public Answer query(Request request) {
    QuerySettings settings =
        new QuerySettings()
            .setFormat(ClickHouseFormat.Native)
            .waitEndOfQuery(true)
            .setQueryId(request.queryId());
    if (!request.database().isEmpty()) {
      settings.setDatabase(request.database());
    }
    // JSON columns arrive as text; the structured form is the server's own affair.
    settings.serverSetting("output_format_native_write_json_as_string", "1");
    serverSettings(request).forEach(settings::serverSetting);
    return new DriverAnswer(await(() -> client.query(request.sql(), settings)), endpoint);
  }

  @Override
  public Summary execute(Request request) {
    try (Answer answer = query(request)) {
      return answer.summary();
    }
  }

  @Override
  public Summary insert(String table, List<String> columns, Request request, InsertBody body) {
    InsertSettings settings = new InsertSettings().setQueryId(request.queryId());
    serverSettings(request).forEach(settings::serverSetting);
    ClickHouseFormat format = ClickHouseFormat.Native;
    try (InsertResponse response =
        await(
            () ->
                columns.isEmpty()
                    ? client.insert(table, body::writeTo, format, settings)
                    : client.insert(table, columns, body::writeTo, format, settings))) {
      return Summary.parse(response.getResponseHeaders().get(Summary.HEADER));
    }
  }

  @Override
  public void cancel(String queryId) {
    Request kill = Request.of("KILL QUERY WHERE query_id = {id:String} ASYNC");
    execute(kill.withParameters(Map.of("id", queryId)));
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      client.close();
    }
  }

  /** Settings and parameters travel alike; the request's own win over the endpoint's. */
  private Map<String, String> serverSettings(Request request) {
    if (closed.get()) {
      throw new TwinhouseException(
          ErrorCode.NETWORK_ERROR, "The connection to " + endpoint.url() + " is closed");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    // The default lets each thread hold 4 MiB that are not counted: the peak would be noise.
    settings.put("max_untracked_memory", "0");
    settings.putAll(endpoint.settings());
    settings.putAll(request.settings());
    request.parameters().forEach((name, value) -> settings.put("param_" + name, escape(value)));
    return settings;
  }

  /** The escapes of TSV: that is how the server reads a parameter, with {@code \\N} for NULL. */
  private static String escape(String value) {
    if (value.equals("\\N")) {
      return value;
    }
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\0", "\\0");
  }

  /** The driver fails either at the call or in its future. */
  private <T> T await(Supplier<CompletableFuture<T>> call) {
    try {
      return call.get().get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TwinhouseException(
          ErrorCode.QUERY_WAS_CANCELLED, "Interrupted while ClickHouse was answering", interrupted);
    } catch (ExecutionException | ClickHouseException failed) {
      throw Failures.translate(failed, endpoint);
    }
  }

  /** The driver's answer. */
  private static final class DriverAnswer implements Answer {
    private final QueryResponse response;
    private final Endpoint endpoint;
    private final Summary summary;
    private boolean closed;

    DriverAnswer(QueryResponse response, Endpoint endpoint) {
      this.response = response;
      this.endpoint = endpoint;
      this.summary = Summary.parse(response.getResponseHeaders().get(Summary.HEADER));
    }

    @Override
    public InputStream body() {
      return new DriverStream(response.getInputStream());
    }

    @Override
    public TwinhouseException broken(Exception failure) {
      return Failures.translate(failure, endpoint);
    }

    @Override
    public Summary summary() {
      return summary;
    }

    @Override
    public void close() {
      if (closed) {
        return;
      }
      closed = true;
      try {
        response.close();
      } catch (Exception broken) {
        throw Failures.network(endpoint, broken);
      }
    }
  }

  /** The driver's decompression fails with exceptions of its own kind. */
  private static final class DriverStream extends FilterInputStream {
    DriverStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      try {
        return in.read(target, offset, length);
      } catch (ClickHouseException failed) {
        throw new IOException(failed.getMessage(), failed);
      }
    }
  }
}
