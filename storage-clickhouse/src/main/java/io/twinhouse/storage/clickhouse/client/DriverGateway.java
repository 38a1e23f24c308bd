// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.DataStreamWriter;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.storage.clickhouse.wire.NativeReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The gateway over clickhouse-java's client-v2. */
final class DriverGateway implements ClickHouseGateway {
  /** A line that cannot even carry this is not waited for. */
  private static final long KILL_SECONDS = 5;

  private final Endpoint endpoint;
  private final Client client;
  private final Repeater repeater;
  private final AtomicBoolean closed = new AtomicBoolean();

  DriverGateway(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.client = DriverOptions.client(endpoint);
    this.repeater = new Repeater(endpoint, this::cancel);
  }

  @Override
  public Answer query(Request request) {
    Map<String, String> sent = serverSettings(request);
    return repeater.run(
        request.queryId(),
        Repetition.of(request.sql()),
        id -> answer(client.query(request.sql(), querySettings(request, sent, id)).get()));
  }

  private static QuerySettings querySettings(
      Request request, Map<String, String> sent, String queryId) {
    QuerySettings settings =
        new QuerySettings()
            .setFormat(ClickHouseFormat.Native)
            .waitEndOfQuery(true)
            .setQueryId(queryId);
    if (!request.database().isEmpty()) {
      settings.setDatabase(request.database());
    }
    settings.serverSetting("client_protocol_version", Integer.toString(NativeReader.REVISION));
    // JSON columns arrive as text; the structured form is the server's own affair.
    settings.serverSetting("output_format_native_write_json_as_string", "1");
    sent.forEach(settings::serverSetting);
    return settings;
  }

  private Answer answer(QueryResponse response) {
    Summary summary = Summary.parse(response.getResponseHeaders().get(Summary.HEADER));
    if (summary == null) {
      closeQuietly(response);
      throw Failures.stranger(endpoint);
    }
    return new DriverAnswer(response, endpoint, summary);
  }

  private static void closeQuietly(AutoCloseable response) {
    try {
      response.close();
    } catch (Exception broken) {
      // Whether all rows had come was checked where they were read.
    }
  }

  @Override
  public Summary execute(Request request) {
    try (Answer answer = query(request)) {
      return answer.summary();
    }
  }

  @Override
  public Summary insert(
      String table, List<String> columns, Request request, Repetition repetition, InsertBody body) {
    Map<String, String> sent = serverSettings(request);
    return repeater.run(
        request.queryId(),
        repetition,
        id -> {
          InsertSettings settings = new InsertSettings().setQueryId(id);
          sent.forEach(settings::serverSetting);
          try (InsertResponse response = send(table, columns, settings, body)) {
            Summary summary = Summary.parse(response.getResponseHeaders().get(Summary.HEADER));
            if (summary == null) {
              throw Failures.stranger(endpoint);
            }
            return summary;
          }
        });
  }

  private InsertResponse send(
      String table, List<String> columns, InsertSettings settings, InsertBody body)
      throws InterruptedException, ExecutionException {
    AtomicBoolean sent = new AtomicBoolean();
    // The HTTP library below the driver repeats a request by itself after status 429 and 503.
    DataStreamWriter once =
        out -> {
          if (!sent.compareAndSet(false, true)) {
            throw new IOException("refused with status 429 or 503");
          }
          body.writeTo(out);
        };
    ClickHouseFormat format = ClickHouseFormat.Native;
    return columns.isEmpty()
        ? client.insert(table, once, format, settings).get()
        : client.insert(table, columns, once, format, settings).get();
  }

  /** Ends what the repeater sent under ids of its own, too. */
  @Override
  public void cancel(String queryId) {
    Request kill =
        Request.of(
                "KILL QUERY WHERE query_id = {id:String} OR startsWith(query_id, {id:String} ||"
                    + " '/') ASYNC")
            .withParameters(Map.of("id", queryId));
    QuerySettings settings = querySettings(kill, serverSettings(kill), kill.queryId());
    settings.setNetworkTimeout(KILL_SECONDS, ChronoUnit.SECONDS);
    try {
      closeQuietly(client.query(kill.sql(), settings).get());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException failed) {
      throw Failures.translate(failed, endpoint);
    }
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
    settings.putAll(endpoint.settings());
    settings.putAll(request.settings());
    ParameterText.of(request).forEach((name, text) -> settings.put("param_" + name, text));
    return settings;
  }

  /** The driver's answer. */
  private static final class DriverAnswer implements Answer {
    private final QueryResponse response;
    private final Endpoint endpoint;
    private final Summary summary;
    private boolean closed;

    DriverAnswer(QueryResponse response, Endpoint endpoint, Summary summary) {
      this.response = response;
      this.endpoint = endpoint;
      this.summary = summary;
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
      if (!closed) {
        closed = true;
        closeQuietly(response);
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
      } catch (RuntimeException failed) {
        throw new IOException("a spoilt block: " + failed.getMessage(), failed);
      } catch (OutOfMemoryError failed) {
        // It makes room for as many bytes as the head of a block says before it looks at the
        // checksum, so that one spoilt bit may ask for 2 GiB: nothing was taken, nothing is short.
        throw new IOException("a spoilt block, which says it is larger than the heap", failed);
      }
    }
  }
}
