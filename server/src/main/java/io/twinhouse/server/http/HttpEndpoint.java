// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpServer;
import io.twinhouse.engine.access.AccessControl;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * ClickHouse's HTTP protocol over an engine: point a client at {@link #uri()} instead of a server.
 * Thread-safe. Closing it ends running requests and leaves the engine open.
 */
public final class HttpEndpoint implements AutoCloseable {

  private static final int WAITING_REQUESTS = 1024;
  private static final int STOP_SECONDS = 1;
  private static final long MOST_HEADERS = 100;

  /** A request that has not come after this long, its body included, never will. */
  private static final long LONGEST_REQUEST_SECONDS = 3600;

  static {
    // without it small answers on kept connections wait 40 ms for an acknowledgement on JDK 17;
    // the server reads it once, when its classes load
    System.setProperty("sun.net.httpserver.nodelay", "true");
    limit("sun.net.httpserver.maxReqHeaders", MOST_HEADERS);
    limit("sun.net.httpserver.maxReqTime", LONGEST_REQUEST_SECONDS);
  }

  /** What is set already stays. */
  private static void limit(String property, long value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, Long.toString(value));
    }
  }

  private final HttpServer server;
  private final ThreadPoolExecutor workers;
  private final SessionRegistry sessions;

  private HttpEndpoint(HttpServer server, ThreadPoolExecutor workers, SessionRegistry sessions) {
    this.server = server;
    this.workers = workers;
    this.sessions = sessions;
  }

  /**
   * Listens from now on.
   *
   * @throws TwinhouseException NETWORK_ERROR when the port is taken
   */
  public static HttpEndpoint start(Twinhouse engine, EndpointOptions options) {
    HttpServer server;
    try {
      InetAddress address = InetAddress.getByName(options.host());
      server = HttpServer.create(new InetSocketAddress(address, options.port()), 0);
    } catch (IOException failed) {
      throw new TwinhouseException(
          ErrorCode.NETWORK_ERROR,
          "Cannot listen on "
              + options.host()
              + ":"
              + options.port()
              + ": "
              + failed.getMessage()
              + "; choose another port, or 0 for any free one",
          failed);
    }
    letIn(engine.access(), options);
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            options.threads(),
            options.threads(),
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_REQUESTS),
            task -> new Thread(task, "twinhouse-http-" + number.incrementAndGet()));
    workers.allowCoreThreadTimeOut(true);
    SessionRegistry sessions = new SessionRegistry(engine);
    server.setExecutor(workers);
    server.createContext(
        "/", new RouteHandler(new QueryHandler(engine, sessions), new PageHandler(engine)));
    server.start();
    return new HttpEndpoint(server, workers, sessions);
  }

  private static void letIn(AccessControl access, EndpointOptions options) {
    if (options.only()) {
      access.unload("default");
    }
    options.users().values().forEach(access::load);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address for clients, for instance {@code http://127.0.0.1:8123}. */
  public URI uri() {
    return URI.create("http://" + server.getAddress().getHostString() + ":" + port());
  }

  @Override
  public void close() {
    server.stop(workers.getActiveCount() == 0 ? 0 : STOP_SECONDS);
    workers.shutdownNow();
    sessions.close();
  }
}
