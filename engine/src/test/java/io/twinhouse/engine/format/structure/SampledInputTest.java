// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Data that are looked at before they are read. */
final class SampledInputTest {

  @Test
  void whatWasLookedAtIsReadAgain() throws IOException {
    for (int size : new int[] {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5_000_000}) {
      byte[] data = new byte[size];
      new Random(size).nextBytes(data);
      SampledInput none = new SampledInput(new ByteArrayInputStream(data));
      assertThat(none.all().readAllBytes()).isEqualTo(data);
      SampledInput some = new SampledInput(new ByteArrayInputStream(data));
      some.held().readNBytes(size / 3);
      assertThat(some.all().readAllBytes()).isEqualTo(data);
      SampledInput all = new SampledInput(new ByteArrayInputStream(data));
      assertThat(all.held().readAllBytes()).isEqualTo(data);
      assertThat(all.all().readAllBytes()).isEqualTo(data);
    }
  }
}
