// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Sends a statement again when the line broke, after a pause that doubles. What the server itself
 * answered is never asked again, least of all for memory that it did not have. A statement that
 * writes is sent again only when the first one cannot have arrived, or when the server recognises
 * it. Each time goes under a query id of its own, since the one before may still be running.
 */
final class Repeater {
  private final Endpoint endpoint;
  private final Consumer<String> kill;

  /**
   * @param kill asks the server to end the query of an id, without waiting; may fail
   */
  Repeater(Endpoint endpoint, Consumer<String> kill) {
    this.endpoint = endpoint;
    this.kill = kill;
  }

  /** One try to send, under a query id. */
  interface Attempt<T> {
    T send(String queryId) throws InterruptedException, ExecutionException;
  }

  <T> T run(String queryId, Repetition repetition, Attempt<T> attempt) {
    for (int time = 0; ; time++) {
      String id = time == 0 ? queryId : queryId + "/" + (time + 1);
      try {
        return attempt.send(id);
      } catch (InterruptedException interrupted) {
        killQuietly(id);
        throw interrupted(interrupted);
      } catch (ExecutionException | RuntimeException failed) {
        TwinhouseException ours = Failures.translate(failed, endpoint);
        boolean unsent = Failures.isUnsent(failed);
        if (!unsent && mayStillRun(ours)) {
          killQuietly(id);
        }
        boolean again = unsent || repetition == Repetition.SAFE;
        if (time >= endpoint.line().retries() || !again || !ours.is(ErrorCode.NETWORK_ERROR)) {
          throw unsent || repetition == Repetition.SAFE ? ours : unknownEnd(ours);
        }
        pause(time);
      }
    }
  }

  /** The line is gone, but the server may not have noticed. */
  private static boolean mayStillRun(TwinhouseException error) {
    return error.is(ErrorCode.NETWORK_ERROR) || error.is(ErrorCode.SOCKET_TIMEOUT);
  }

  private static TwinhouseException unknownEnd(TwinhouseException error) {
    return mayStillRun(error)
        ? error.withContext(
            "It is not known whether the server has carried out the statement; it was not sent"
                + " again")
        : error;
  }

  private void killQuietly(String id) {
    try {
      kill.accept(id);
    } catch (RuntimeException unreachable) {
      // The statement's own failure is the one to tell.
    }
  }

  private void pause(int time) {
    try {
      Thread.sleep(endpoint.line().retryPause().toMillis() << Math.min(time, 6));
    } catch (InterruptedException interrupted) {
      throw interrupted(interrupted);
    }
  }

  private static TwinhouseException interrupted(InterruptedException interrupted) {
    Thread.currentThread().interrupt();
    return new TwinhouseException(
        ErrorCode.QUERY_WAS_CANCELLED, "Interrupted while ClickHouse was answering", interrupted);
  }
}
