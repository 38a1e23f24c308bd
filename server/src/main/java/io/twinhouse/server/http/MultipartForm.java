// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a {@code multipart/form-data} body, one after the other as they come in: fields, and
 * files, whose bytes are streamed.
 */
final class MultipartForm {

  private static final String TYPE = "multipart/form-data";
  private static final Pattern ATTRIBUTE =
      Pattern.compile(";\\s*(\\w+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");
  private static final int HEADER_BYTES = 1 << 13;

  /**
   * A part of the form.
   *
   * @param isFile whether it came with a file's name, be it an empty one
   * @param content to be read before the next part is asked for
   */
  record Part(String name, boolean isFile, InputStream content) {}

  private final BufferedInputStream in;
  private final byte[] delimiter;
  private @Nullable PartContent current;

  private MultipartForm(InputStream body, String boundary) {
    byte[] lineEnd = {'\r', '\n'};
    in = new BufferedInputStream(new SequenceInputStream(new ByteArrayInputStream(lineEnd), body));
    delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    current = new PartContent(); // what stands before the first boundary belongs to no part
  }

  static boolean is(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(TYPE);
  }

  /**
   * @throws TwinhouseException BAD_ARGUMENTS when the type does not say how parts are told apart
   */
  static MultipartForm of(InputStream body, String contentType) {
    String boundary = attributes(contentType).get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw bad("the Content-Type names no boundary");
    }
    return new MultipartForm(body, boundary);
  }

  /** The next part, or null behind the last one. */
  @Nullable Part next() throws IOException {
    PartContent before = current;
    if (before == null) {
      return null;
    }
    before.skipAll();
    current = null;
    if (line().startsWith("--")) {
      return null;
    }
    Map<String, String> attributes = Map.of();
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        attributes = attributes(header);
      }
    }
    PartContent content = new PartContent();
    current = content;
    return new Part(
        attributes.getOrDefault("name", ""), attributes.containsKey("filename"), content);
  }

  /** Name and value of what stands behind the semicolons of a header. */
  private static Map<String, String> attributes(String header) {
    Map<String, String> found = new HashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(header);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      found.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return found;
  }

  /** Up to the end of the line, which is dropped; empty at the end of all. */
  private String line() throws IOException {
    byte[] bytes = new byte[HEADER_BYTES];
    int length = 0;
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (length == bytes.length) {
        throw bad("a header of a part has more than " + HEADER_BYTES + " bytes");
      }
      bytes[length++] = (byte) next;
    }
    boolean returned = length > 0 && bytes[length - 1] == '\r';
    return new String(bytes, 0, returned ? length - 1 : length, StandardCharsets.UTF_8);
  }

  private static TwinhouseException bad(String why) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, "Not a " + TYPE + " body: " + why);
  }

  /** Ends before the next boundary. */
  private final class PartContent extends InputStream {
    private boolean ended;

    void skipAll() throws IOException {
      while (read() >= 0) {
        // What nobody wanted to read.
      }
    }

    @Override
    public int read() throws IOException {
      if (ended) {
        return -1;
      }
      in.mark(delimiter.length);
      int next = in.read();
      if (next == '\r') {
        in.reset();
        ended = Arrays.equals(in.readNBytes(delimiter.length), delimiter);
        if (!ended) {
          in.reset();
          next = in.read();
        }
      } else if (next < 0) {
        // What was cut off on its way must not be taken for the whole.
        throw new TwinhouseException(
            ErrorCode.CANNOT_READ_ALL_DATA,
            "Unexpected EOF, did not find the last boundary while parsing a multipart HTTP"
                + " request.");
      }
      return ended ? -1 : next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = 0;
      while (count < length) {
        int next = read();
        if (next < 0) {
          return count == 0 ? -1 : count;
        }
        bytes[offset + count++] = (byte) next;
      }
      return count;
    }
  }
}
