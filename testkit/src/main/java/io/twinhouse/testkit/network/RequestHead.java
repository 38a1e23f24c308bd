// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps a request's header lines back until they are complete. The embeddable build of ClickHouse
 * that tests use ends its process when a connection ends between two header lines; a server proper
 * answers error 400 at most, so nothing is lost by sparing it. Thread-safe.
 */
final class RequestHead {
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final Runnable whenComplete;
  private boolean complete;
  private int lineEnds;

  RequestHead(Runnable whenComplete) {
    this.whenComplete = whenComplete;
  }

  /** The server has begun to answer: what comes next is a new request. */
  synchronized void answered() {
    complete = false;
  }

  synchronized void write(byte[] bytes, int from, int count, OutputStream out) throws IOException {
    int at = from;
    while (!complete && at < from + count) {
      byte b = bytes[at++];
      held.write(b);
      lineEnds = b == '\n' ? lineEnds + 1 : b == '\r' ? lineEnds : 0;
      if (lineEnds == 2) {
        complete = true;
        lineEnds = 0;
        held.writeTo(out);
        held.reset();
        whenComplete.run();
      }
    }
    out.write(bytes, at, from + count - at);
  }
}
