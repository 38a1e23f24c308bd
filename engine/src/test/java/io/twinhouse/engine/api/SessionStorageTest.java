// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.spi.Storage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a session puts before its house hides nothing of it. */
final class SessionStorageTest {

  /** A default method left out would answer for the house, and refuse what the house can do. */
  @Test
  void everyMethodOfAHouseIsPassedOn() {
    List<Method> left =
        Arrays.stream(Storage.class.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> !declares(method))
            .toList();
    assertThat(left).isEmpty();
  }

  private static boolean declares(Method method) {
    return Arrays.stream(SessionStorage.class.getDeclaredMethods())
        .filter(own -> own.getName().equals(method.getName()))
        .anyMatch(own -> Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
  }
}
