// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.push;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.RemoteRequest;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.StorageOptions;
import io.twinhouse.engine.spi.StorageProvider;
import io.twinhouse.storage.clickhouse.ClickHouseStorageProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A server at {@code older:http://...} that lacks some functions, as one of years ago would. */
public final class OlderServer implements StorageProvider {

  static final Set<String> LACKING = Set.of("substringUTF8", "groupBitXor", "lower");

  /** Called by {@link java.util.ServiceLoader}. */
  public OlderServer() {}

  @Override
  public String scheme() {
    return "older";
  }

  @Override
  public Storage open(StorageOptions options) {
    String url = options.url().replaceFirst("^older:", "clickhouse:");
    Storage server =
        new ClickHouseStorageProvider()
            .open(
                new StorageOptions(
                    url,
                    options.options(),
                    options.memory(),
                    options.expressions(),
                    options.clock()));
    return (Storage)
        Proxy.newProxyInstance(
            OlderServer.class.getClassLoader(),
            new Class<?>[] {Storage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("hasFunction") && LACKING.contains(arguments[0])) {
                return false;
              }
              if (method.getName().equals("forStatement")) {
                return proxy;
              }
              if (method.getName().equals("execute")) {
                refuseUnknown(((RemoteRequest) arguments[0]).sql());
              }
              try {
                return method.invoke(server, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private static void refuseUnknown(String sql) {
    for (String function : LACKING) {
      if (sql.contains(function + "(") || sql.contains(function + "If(")) {
        throw new TwinhouseException(
            ErrorCode.UNKNOWN_FUNCTION, "Function with name `" + function + "` does not exist");
      }
    }
  }
}
