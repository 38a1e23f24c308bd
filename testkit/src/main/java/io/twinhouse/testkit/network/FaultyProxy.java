// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Passes bytes between clients and one server, until the planted {@link Fault} strikes.
 * Thread-safe; its threads end with it.
 */
public final class FaultyProxy implements AutoCloseable {
  private final ServerSocket door;
  private final FaultPlan plan = new FaultPlan();
  private final List<ProxiedConnection> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile URI target;
  private volatile boolean closed;

  private FaultyProxy(URI target, ServerSocket door) {
    this.target = target;
    this.door = door;
  }

  /** A proxy on a free port before the server at this http address. */
  public static FaultyProxy to(URI target) throws IOException {
    ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    FaultyProxy proxy = new FaultyProxy(target, door);
    Thread thread = new Thread(proxy::accept, "twinhouse-proxy-door");
    thread.setDaemon(true);
    thread.start();
    return proxy;
  }

  /** Where clients find it. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Plants a fault in place of the last one and counts bytes from zero. */
  public void plant(Fault fault) {
    plan.plant(fault);
  }

  /** Takes away a fault that has not struck and counts bytes from zero. */
  public void heal() {
    plan.plant(null);
  }

  /** Bytes in one direction since the last fault was planted or healed. */
  public long bytes(Direction direction) {
    return plan.bytes(direction);
  }

  /** How many connections clients have opened. */
  public int connections() {
    return accepted.get();
  }

  /** How many requests were passed on to the server. */
  public int requests() {
    return requests.get();
  }

  /** Whether a fault is planted that has not struck yet. */
  public boolean isPlanted() {
    return plan.isPlanted();
  }

  /** New connections go to another server from now on; open ones stay where they are. */
  public void redirect(URI server) {
    target = server;
  }

  /** Cuts every open connection. */
  public void cutAll() {
    open.forEach(connection -> connection.end(true));
  }

  private void accept() {
    while (!closed) {
      @Nullable Socket client = null;
      try {
        client = door.accept();
        accepted.incrementAndGet();
        ProxiedConnection connection =
            new ProxiedConnection(
                client,
                new Socket(target.getHost(), target.getPort()),
                plan,
                requests::incrementAndGet);
        open.add(connection);
        connection.start(() -> open.remove(connection));
      } catch (IOException refused) {
        drop(client);
      }
    }
  }

  /** The server cannot be reached: to the client the line breaks at once. */
  private static void drop(@Nullable Socket client) {
    if (client != null) {
      try {
        client.setSoLinger(true, 0);
        client.close();
      } catch (IOException gone) {
        // It is closed, which is what was wanted.
      }
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    door.close();
    open.forEach(connection -> connection.end(false));
  }
}
