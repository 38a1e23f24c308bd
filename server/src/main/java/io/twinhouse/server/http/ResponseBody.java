// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.twinhouse.engine.memory.MemoryContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds back the first bytes of an answer, so that a query that fails early or ends soon is
 * answered with the right status and final figures; streams once there are too many, unless told to
 * wait for the end. What is held is reserved.
 */
final class ResponseBody extends OutputStream {

  private static final int HELD_BYTES = 1 << 20;

  /** Sets the headers that are known only when the answer begins. */
  @FunctionalInterface
  interface HeaderWriter {
    void write();
  }

  private final HttpExchange exchange;
  private final MemoryContext memory;
  private final boolean waitForEnd;
  private final HeaderWriter headers;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private long reserved;
  private boolean sent;

  ResponseBody(
      HttpExchange exchange, MemoryContext memory, boolean waitForEnd, HeaderWriter headers) {
    this.exchange = exchange;
    this.memory = memory;
    this.waitForEnd = waitForEnd;
    this.headers = headers;
  }

  /** Whether the status line is on its way and can no longer change. */
  boolean isSent() {
    return sent;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!sent && !waitForEnd && held.size() + length > HELD_BYTES) {
      send();
    }
    if (sent) {
      if (!exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseBody().write(bytes, offset, length);
      }
      return;
    }
    memory.reserve(length);
    reserved += length;
    held.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (sent) {
      exchange.getResponseBody().flush();
    }
  }

  /** Sends what is held, with status 200. */
  void send() throws IOException {
    if (sent) {
      return;
    }
    headers.write();
    sent = true;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(200, head ? -1 : 0);
    if (!head) {
      held.writeTo(exchange.getResponseBody());
    }
    drop();
  }

  /** Forgets what is held. */
  void drop() {
    held.reset();
    memory.release(reserved);
    reserved = 0;
  }
}
