// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ByteSizeTest {

  @Test
  void readsSizesAsPeopleWriteThem() {
    assertThat(ByteSize.parse("50 MiB")).isEqualTo(50L << 20);
    assertThat(ByteSize.parse("1.5gib")).isEqualTo(3L << 29);
    assertThat(ByteSize.parse(" 4096 ")).isEqualTo(4096);
    assertThat(ByteSize.text(1 << 20)).isEqualTo("1.00 MiB (1,048,576 bytes)");
    assertThat(ByteSize.text(7)).isEqualTo("7 bytes");
  }
}
