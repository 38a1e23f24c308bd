// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Session;
import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client gets an answer whatever happens to the query's thread. */
final class FailingEngineTest {

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  /** A session whose queries fail as the JVM does. */
  private static Session failing(Session session, Error failure) {
    return proxy(
        Session.class,
        session,
        (method, result) -> {
          if (method.getName().equals("query")) {
            throw failure;
          }
          return result;
        });
  }

  private interface After {
    Object returned(Method method, Object result);
  }

  private static <T> T proxy(Class<T> type, T target, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("query")) {
                return after.returned(method, null);
              }
              try {
                return after.returned(method, method.invoke(target, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private static String asked(Error failure) throws Exception {
    try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
      Twinhouse broken =
          proxy(
              Twinhouse.class,
              engine,
              (method, result) ->
                  result instanceof Session session ? failing(session, failure) : result);
      try (HttpEndpoint endpoint = HttpEndpoint.start(broken, EndpointOptions.DEFAULT)) {
        HttpRequest request =
            HttpRequest.newBuilder(endpoint.uri())
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("SELECT 1"))
                .build();
        return HttpClient.newHttpClient()
            .send(request, HttpResponse.BodyHandlers.ofString())
            .body();
      }
    }
  }

  @Test
  void anErrorOfTheJvmIsAnswered() throws Exception {
    assertThat(asked(new StackOverflowError())).startsWith("Code: 306.").doesNotContain("\tat ");
    assertThat(asked(new OutOfMemoryError("Java heap space")))
        .startsWith("Code: 241.")
        .contains("Java heap space");
    assertThat(asked(new NoClassDefFoundError("a/b/C"))).contains("A defect of Twinhouse");
  }
}
