// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One whole HTTP/1.1 answer. */
final class HttpAnswer {
  private final List<String> head;
  private final byte[] body;

  private HttpAnswer(List<String> head, byte[] body) {
    this.head = head;
    this.body = body;
  }

  /** Reads an answer whose first bytes have already been read. */
  static HttpAnswer read(byte[] first, int count, InputStream rest) throws IOException {
    InputStream in = new SequenceInputStream(new ByteArrayInputStream(first, 0, count), rest);
    List<String> head = new ArrayList<>();
    int length = 0;
    boolean chunked = false;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = true;
      } else {
        head.add(line);
      }
    }
    return new HttpAnswer(head, chunked ? chunks(in) : exactly(in, length));
  }

  /** Writes it with its length, which is at most {@code bytes}. */
  void writeShortened(long bytes, OutputStream out) throws IOException {
    int length = (int) Math.min(bytes, body.length);
    String text = String.join("\r\n", head) + "\r\nContent-Length: " + length + "\r\n\r\n";
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.write(body, 0, length);
    out.flush();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(in).strip(), 16);
        size > 0;
        size = Integer.parseInt(line(in).strip(), 16)) {
      all.writeBytes(exactly(in, size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static byte[] exactly(InputStream in, int count) throws IOException {
    byte[] bytes = new byte[count];
    int done = 0;
    while (done < count) {
      int read = in.read(bytes, done, count - done);
      if (read < 0) {
        throw new EOFException();
      }
      done += read;
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
