// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One client's connection and the one to the server that belongs to it; a thread for each way. */
final class ProxiedConnection {
  private static final int BUFFER_BYTES = 1 << 14;
  private static final int DRAIN_MILLIS = 3000;

  private final Socket client;
  private final Socket server;
  private final FaultPlan plan;
  private final RequestHead head;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param onRequest told of each request that is passed on
   */
  ProxiedConnection(Socket client, Socket server, FaultPlan plan, Runnable onRequest)
      throws IOException {
    this.client = client;
    this.server = server;
    this.plan = plan;
    this.head = new RequestHead(onRequest);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  /** Passes bytes both ways until one side ends; then {@code after} runs. */
  void start(Runnable after) {
    run("request", () -> relay(Direction.REQUEST, client, server), () -> {});
    run(
        "answer",
        () -> relay(Direction.ANSWER, server, client),
        () -> {
          drainServer();
          after.run();
        });
  }

  private void run(String way, Relay relay, Runnable after) {
    Runnable work =
        () -> {
          try {
            relay.run();
            end(false);
          } catch (IOException broken) {
            end(true);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          } finally {
            after.run();
          }
        };
    Thread thread = new Thread(work, "twinhouse-proxy-" + way);
    thread.setDaemon(true);
    thread.start();
  }

  private void relay(Direction direction, Socket from, Socket to)
      throws IOException, InterruptedException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      FaultPlan.Step step = plan.pass(direction, read);
      if (direction == Direction.ANSWER) {
        head.answered();
      }
      pass(direction, buffer, 0, step.passing(), out);
      Fault fault = step.fault();
      if (fault == null) {
        continue;
      }
      switch (fault.kind()) {
        case CLOSE -> {
          end(false);
          return;
        }
        case RESET -> {
          end(true);
          return;
        }
        case SILENCE -> {
          ended.await();
          return;
        }
        case REFUSED -> {
          errorPage(fault.detail());
          return;
        }
        case LOST_ANSWER -> {
          HttpAnswer.read(buffer, read, in);
          errorPage(fault.detail());
          return;
        }
        case SHORTENED -> HttpAnswer.read(buffer, read, in).writeShortened(fault.atByte(), out);
        case DELAY -> {
          if (ended.await(fault.detail(), TimeUnit.MILLISECONDS)) {
            return;
          }
          pass(direction, buffer, step.passing(), read - step.passing(), out);
        }
        case GARBAGE -> {
          spoil(buffer, step.passing(), Math.min(read, step.passing() + fault.detail()));
          pass(direction, buffer, step.passing(), read - step.passing(), out);
        }
      }
    }
  }

  private void pass(Direction direction, byte[] bytes, int from, int count, OutputStream out)
      throws IOException {
    if (direction == Direction.REQUEST) {
      head.write(bytes, from, count, out);
    } else {
      out.write(bytes, from, count);
    }
  }

  /** Never the byte that it was, and the same at every run. */
  private static void spoil(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      bytes[i] ^= (byte) (1 + (i * 37) % 255);
    }
  }

  /** The client may still be sending; its bytes are read, so that it comes to see the answer. */
  private void errorPage(int status) throws IOException {
    byte[] page = ("<html>" + status + " by the proxy</html>").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + " Error\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
            + page.length
            + "\r\n\r\n";
    OutputStream out = client.getOutputStream();
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(page);
    out.flush();
    client.shutdownOutput();
    client.setSoTimeout(2000);
    byte[] rest = new byte[BUFFER_BYTES];
    try {
      while (client.getInputStream().read(rest) >= 0) {
        // Dropped.
      }
    } catch (IOException slow) {
      // It had its answer.
    }
  }

  /** Ends both sides; the client's with a reset if {@code abruptly}. Idempotent. */
  void end(boolean abruptly) {
    try {
      if (abruptly) {
        client.setSoLinger(true, 0);
      }
      client.close();
      server.shutdownOutput();
    } catch (IOException gone) {
      // It is closed, which is what was wanted.
    }
    ended.countDown();
  }

  /**
   * Reads on until the server has noticed its client's end: closing its connection with bytes
   * unread would be a reset.
   */
  private void drainServer() {
    byte[] rest = new byte[BUFFER_BYTES];
    try (server) {
      server.setSoTimeout(DRAIN_MILLIS);
      while (server.getInputStream().read(rest) >= 0) {
        // Nobody is left to read it.
      }
    } catch (IOException gone) {
      // It has noticed.
    }
  }

  private interface Relay {
    void run() throws IOException, InterruptedException;
  }
}
