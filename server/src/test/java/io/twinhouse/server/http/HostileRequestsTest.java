// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.LeakCheck;
import io.twinhouse.testkit.RandomSource;
import io.twinhouse.testkit.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that are wrong on purpose: refused, nothing held, and the next one is answered. */
final class HostileRequestsTest {

  private static final int MALFORMED = Integer.getInteger("twinhouse.hostile.requests", 10_000);
  private static final int SLOW = 100;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @RegisterExtension final LeakCheck leaks = new LeakCheck();

  private Twinhouse engine;
  private HttpEndpoint endpoint;
  private long reserved;

  @BeforeEach
  void start() {
    engine = Twinhouse.open("arrow:memory:");
    engine.execute("CREATE TABLE t (a UInt8, s String) ENGINE = MergeTree ORDER BY a");
    endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);
    reserved = engine.memory().reservedBytes();
  }

  @AfterEach
  void isAliveAndHoldsNothing() throws Exception {
    assertThat(post("/", "SELECT 1".getBytes(StandardCharsets.UTF_8)).body()).isEqualTo("1\n");
    assertThat(post("/", "SELECT count() FROM t".getBytes(StandardCharsets.UTF_8)).body())
        .isEqualTo("0\n");
    for (int i = 0; i < 100 && engine.memory().reservedBytes() > reserved; i++) {
      Thread.sleep(20);
    }
    assertThat(engine.memory().reservedBytes()).isEqualTo(reserved);
    endpoint.close();
    engine.close();
  }

  @Test
  @ExtendWith(Seed.class)
  void malformedRequests(RandomSource random) throws Exception {
    for (int i = 0; i < MALFORMED; i++) {
      try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
        socket.setSoTimeout(10_000);
        OutputStream out = socket.getOutputStream();
        out.write(malformed(random, i));
        out.flush();
        socket.shutdownOutput();
        socket.getInputStream().readNBytes(512);
      } catch (IOException closedAtOnce) {
        // also a refusal
      }
    }
  }

  private static byte[] malformed(RandomSource random, int number) {
    String text =
        switch (number % 10) {
          case 0 -> "\r\n\r\n";
          case 1 -> "GET\r\n\r\n";
          case 2 -> "GET / HTTP/9.9\r\n\r\n";
          case 3 -> "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n";
          case 4 -> "POST / HTTP/1.1\r\nContent-Length: abc\r\n\r\nSELECT 1";
          case 5 -> "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nSELECT 1\r\n";
          case 6 -> "POST /?query=%zz%% HTTP/1.1\r\nHost: x\r\n\r\n";
          case 7 -> "POST / HTTP/1.1\r\nHost x\r\n\r\n";
          case 8 -> "POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\nSELECT";
          default -> "";
        };
    if (!text.isEmpty()) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] noise = new byte[random.between(1, 300)];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) random.anyLong();
    }
    return noise;
  }

  @Test
  void slowRequestsDoNotKeepOthersWaiting() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        Socket socket = new Socket("127.0.0.1", endpoint.port());
        slow.add(socket);
        String begun =
            i % 2 == 0
                ? "POST / HTTP/1.1\r\nHost: x\r\nX-A: "
                : "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nSELECT";
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.UTF_8));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(post("/", "SELECT 1".getBytes(StandardCharsets.UTF_8)).statusCode())
            .isEqualTo(200);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void hugeHeadersAreRefused() throws Exception {
    StringBuilder many = new StringBuilder("GET /ping HTTP/1.1\r\nHost: x\r\n");
    for (int i = 0; i < 5_000; i++) {
      many.append("X-").append(i).append(": ").append("v".repeat(200)).append("\r\n");
    }
    assertThat(raw(many + "\r\n")).doesNotContain("200 OK");
    assertThat(raw("GET /ping HTTP/1.1\r\nX-A: " + "v".repeat(2_000_000) + "\r\n\r\n"))
        .doesNotContain("200 OK");
    assertThat(raw("GET /?query=" + "x".repeat(2_000_000) + " HTTP/1.1\r\n\r\n"))
        .doesNotContain("200 OK");
  }

  @Test
  void hugeBodiesAreRefused() throws Exception {
    byte[] query = ("SELECT '" + "x".repeat(20_000_000) + "'").getBytes(StandardCharsets.UTF_8);
    refused(post("/", query), 62);
    byte[] row = ("\"" + "x".repeat(5_000_000)).getBytes(StandardCharsets.UTF_8);
    assertThat(post("/?query=INSERT%20INTO%20t%20FORMAT%20CSV&max_memory_usage=1000000", row))
        .matches(answer -> answer.statusCode() >= 400);
  }

  @Test
  void brokenCompressionIsRefused() throws Exception {
    byte[] gzip = gzip("1\tx\n".repeat(50_000));
    String insert = "/?query=INSERT%20INTO%20t%20FORMAT%20TSV";
    gzip[gzip.length / 2] ^= 0x55;
    refused(post(insert, gzip, "gzip"), 354);
    byte[] cut = Arrays.copyOf(gzip("1\tx\n"), 12);
    refused(post(insert, cut, "gzip"), 354);
    byte[] noGzip = "1\tx\n".getBytes(StandardCharsets.UTF_8);
    refused(post(insert, noGzip, "gzip"), 354);
    refused(post(insert, noGzip, "zstd"), 561);
    refused(post(insert, noGzip, "lz4"), 618);
    refused(post(insert + "&decompress=1", frame(30, 1000, (byte) 0x82)), 33);
    refused(post(insert + "&decompress=1", frame(1 << 29, 1 << 29, (byte) 0x82)), 39);
    refused(post(insert + "&decompress=1", frame(-1, 5, (byte) 0x82)), 39);
    refused(post(insert + "&decompress=1", new byte[] {1, 2, 3}), 33);
    byte[] wrongSum = frame(9 + 5, 5, (byte) 0x02);
    refused(post(insert + "&decompress=1", wrongSum), 271);
    refused(post(insert + "&decompress=1", frame(9 + 5, 5, (byte) 0x99)), 432);
  }

  /** A frame whose checksum is wrong, with {@code compressed} and {@code size} as it says. */
  private static byte[] frame(int compressed, int size, byte method) {
    ByteBuffer frame = ByteBuffer.allocate(16 + 9 + 5).order(ByteOrder.LITTLE_ENDIAN);
    frame.put(new byte[16]).put(method).putInt(compressed).putInt(size).put(new byte[5]);
    return frame.array();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static void refused(HttpResponse<String> answer, int code) {
    assertThat(answer.headers().firstValue("X-ClickHouse-Exception-Code"))
        .as(answer.body().substring(0, Math.min(300, answer.body().length())))
        .hasValue(Integer.toString(code));
  }

  private HttpResponse<String> post(String path, byte[] body) throws Exception {
    return post(path, body, "identity");
  }

  private HttpResponse<String> post(String path, byte[] body, String encoding) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint.uri() + path))
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private String raw(String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", endpoint.port())) {
      socket.setSoTimeout(10_000);
      try {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readNBytes(200), StandardCharsets.ISO_8859_1);
      } catch (IOException closed) {
        return "closed";
      }
    }
  }
}
