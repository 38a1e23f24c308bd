// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.data.ClickHouseCityHash;
import com.github.luben.zstd.Zstd;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Seed.class)
final class CompressionTest {

  @Test
  @SuppressWarnings("deprecation") // the oracle; whatever takes its place will do as well
  void theChecksumIsTheOneOfTheClient(RandomSource random) {
    for (int length = 0; length < 600; length++) {
      byte[] data = random.bytes(length + 3);
      long[] expected = ClickHouseCityHash.cityHash128(data, 3, length);
      assertThat(CityHash128.of(data, 3, length))
          .as("%d bytes", length)
          .isEqualTo(new CityHash128(expected[0], expected[1]));
    }
  }

  @Test
  void framesComeBack(RandomSource random) throws IOException {
    byte[] data = random.bytes(200_000);
    Arrays.fill(data, 50_000, 150_000, (byte) 7);
    byte[] framed = framed(data);
    assertThat(framed.length).isLessThan(data.length);
    InputStream in = new FrameInputStream(new ByteArrayInputStream(framed));
    assertThat(in.readAllBytes()).isEqualTo(data);
  }

  @Test
  void aFlippedBitIsFound(RandomSource random) throws IOException {
    byte[] framed = framed(random.bytes(1000));
    for (int i = 0; i < 100; i++) {
      byte[] broken = framed.clone();
      broken[random.between(0, broken.length - 1)] ^= (byte) (1 << random.between(0, 7));
      assertThatThrownBy(
              () -> new FrameInputStream(new ByteArrayInputStream(broken)).readAllBytes())
          .isInstanceOf(TwinhouseException.class);
    }
    assertThatThrownBy(
            () ->
                new FrameInputStream(new ByteArrayInputStream(framed, 0, framed.length - 1))
                    .readAllBytes())
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("Cannot read all data");
  }

  @ParameterizedTest
  @EnumSource
  void encodingsComeBack(HttpEncoding encoding) throws IOException {
    byte[] data = Seed.sourceOf(encoding.name()).bytes(100_000);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = encoding.encode(bytes)) {
      out.write(data);
    }
    InputStream in = encoding.decode(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(in.readAllBytes()).isEqualTo(data);
    assertThat(HttpEncoding.accepted("br, " + encoding.token())).isEqualTo(encoding);
    assertThat(HttpEncoding.ofContent(encoding.token())).isEqualTo(encoding);
  }

  /** As the server chose, but for br and snappy, which are not known here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "gzip, zstd|ZSTD",
        "gzip;q=1, zstd;q=0.1|ZSTD",
        "gzip, deflate|GZIP",
        "zstd, lz4|ZSTD",
        "gzip, lz4|LZ4",
        "*|ZSTD",
        "gzip;q=0, *|ZSTD",
        "zstd;q=0, *|LZ4",
        "gzip; q=0.00|none",
        "gzip ;q=0|none",
        "zstd;q=0, gzip|GZIP",
        "gzip;q=abc|GZIP",
        "xgzip|none",
        "gzipped|none",
        "x-gzip|none",
        "GZIP|GZIP",
        "identity|none",
        "gzip;level=3|GZIP",
        ",, deflate|DEFLATE"
      })
  void theServersChoiceIsTheAnswers(String accepted, @Nullable HttpEncoding chosen) {
    assertThat(HttpEncoding.accepted(accepted)).isEqualTo(chosen);
  }

  /** Clients with zstd as their method send such frames. */
  @Test
  void framesOfZstdAreRead() throws IOException {
    byte[] data = "twin".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    byte[] frame = zstdFrame(Zstd.compress(data), data.length);
    assertThat(new FrameInputStream(new ByteArrayInputStream(frame)).readAllBytes())
        .isEqualTo(data);
  }

  @Test
  void aZstdFrameThatLiesOfItsSizeIsRefused() {
    byte[] frame = zstdFrame(Zstd.compress(new byte[1000]), 999);
    assertThatThrownBy(() -> new FrameInputStream(new ByteArrayInputStream(frame)).readAllBytes())
        .isInstanceOf(TwinhouseException.class)
        .hasMessageContaining("of another size than it says");
  }

  private static byte[] zstdFrame(byte[] body, int size) {
    int checksum = FrameOutputStream.CHECKSUM_BYTES;
    int length = FrameOutputStream.HEADER_BYTES + body.length;
    ByteBuffer frame = ByteBuffer.allocate(checksum + length).order(ByteOrder.LITTLE_ENDIAN);
    frame.position(checksum);
    frame.put((byte) FrameOutputStream.METHOD_ZSTD).putInt(length).putInt(size).put(body);
    CityHash128 hash = CityHash128.of(frame.array(), checksum, length);
    frame.putLong(0, hash.low()).putLong(8, hash.high());
    return frame.array();
  }

  private static byte[] framed(byte[] data) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (FrameOutputStream out = new FrameOutputStream(bytes)) {
      out.write(data);
    }
    return bytes.toByteArray();
  }
}
