// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Sessions by user and id; each serves one request at a time and ends when nobody used it. */
final class SessionRegistry {

  private static final long DEFAULT_SECONDS = 60;
  private static final long MAX_SECONDS = 3600;

  private final Twinhouse engine;
  private final Map<String, Kept> kept = new HashMap<>();

  SessionRegistry(Twinhouse engine) {
    this.engine = engine;
  }

  /** A session in use. Closing it gives it back. */
  interface Lease extends AutoCloseable {
    Session session();

    @Override
    void close();
  }

  private static final class Kept {
    final Session session;
    boolean busy;
    long expiresAtNanos;

    Kept(Session session) {
      this.session = session;
    }
  }

  /**
   * The session that a request asks for; without a session_id one for the request alone.
   *
   * @throws TwinhouseException SESSION_NOT_FOUND or SESSION_IS_LOCKED
   */
  Lease lease(RequestParameters request, String user) {
    String id = request.text("session_id", "");
    if (!request.has("session_id")) {
      Session once = engine.session(user);
      return leaseOf(once, once::close);
    }
    if (id.isEmpty()) {
      throw new TwinhouseException(
          ErrorCode.SESSION_ID_EMPTY, "The parameter session_id is there, but it is empty");
    }
    long seconds = request.number("session_timeout", DEFAULT_SECONDS);
    boolean number = request.text("session_timeout", "0").matches("[0-9]{1,18}");
    if (!number) {
      throw new TwinhouseException(
          ErrorCode.INVALID_SESSION_TIMEOUT,
          "Invalid session timeout: '" + request.text("session_timeout", "") + "'");
    }
    if (seconds > MAX_SECONDS) {
      throw new TwinhouseException(
          ErrorCode.INVALID_SESSION_TIMEOUT,
          "Session timeout '"
              + seconds
              + "' is larger than max_session_timeout: "
              + MAX_SECONDS
              + ". Maximum session timeout could be modified in configuration file.");
    }
    String key = user + "/" + id;
    Kept entry = take(key, id, request.flag("session_check"), () -> engine.session(user));
    boolean end = request.flag("close_session");
    return leaseOf(entry.session, () -> giveBack(key, entry, end ? 0 : seconds));
  }

  private synchronized Kept take(
      String key, String id, boolean mustExist, Supplier<Session> begin) {
    long now = System.nanoTime();
    kept.values()
        .removeIf(
            entry -> {
              boolean over = !entry.busy && now - entry.expiresAtNanos > 0;
              if (over) {
                entry.session.close();
              }
              return over;
            });
    Kept entry = kept.get(key);
    if (entry == null && mustExist) {
      throw new TwinhouseException(ErrorCode.SESSION_NOT_FOUND, "Session " + id + " not found");
    }
    if (entry == null) {
      entry = new Kept(begin.get());
      kept.put(key, entry);
    }
    if (entry.busy) {
      throw new TwinhouseException(
          ErrorCode.SESSION_IS_LOCKED, "Session " + id + " is locked by a concurrent client");
    }
    entry.busy = true;
    return entry;
  }

  private synchronized void giveBack(String key, Kept entry, long seconds) {
    entry.busy = false;
    entry.expiresAtNanos = System.nanoTime() + seconds * 1_000_000_000L;
    if (seconds == 0) {
      kept.remove(key);
      entry.session.close();
    }
  }

  private static Lease leaseOf(Session session, Runnable end) {
    return new Lease() {
      @Override
      public Session session() {
        return session;
      }

      @Override
      public void close() {
        end.run();
      }
    };
  }

  synchronized void close() {
    kept.values().forEach(entry -> entry.session.close());
    kept.clear();
  }
}
