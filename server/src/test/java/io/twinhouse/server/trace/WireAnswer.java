// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.trace;

import io.twinhouse.server.compression.FrameInputStream;
import io.twinhouse.server.compression.HttpEncoding;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answers, without what differs from run to run and from host to host. */
final class WireAnswer {

  private static final Pattern OWN =
      Pattern.compile(
          "x-clickhouse-(?!progress).*|access-control-.*|content-(type|encoding|disposition)|vary");

  private static final Pattern FURTHER = Pattern.compile("www-authenticate|location|x-(a|my)");

  private static final Pattern REFUSAL =
      Pattern.compile("(?s)(.*?)Code: (\\d+)\\. DB::Exception: .*\\(([A-Z_0-9]+)\\).*");

  private static final Pattern FIGURE =
      Pattern.compile("\"(written_rows|written_bytes)\":\"(\\d+)\"");

  private final InputStream in;

  private WireAnswer(InputStream in) {
    this.in = in;
  }

  /** The answers to all messages of a connection, one line each. */
  static List<String> of(URI server, WireRequest request) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      WireAnswer answers = new WireAnswer(new BufferedInputStream(socket.getInputStream()));
      for (String message : request.messages()) {
        try {
          socket.getOutputStream().write(WireRequest.bytes(message));
          socket.getOutputStream().flush();
          lines.add(answers.next(message));
        } catch (IOException closed) {
          lines.add("closed");
        }
      }
    }
    return lines;
  }

  private String next(String message) throws IOException {
    String status = line();
    while (status.startsWith("HTTP/1.1 100")) {
      while (!line().isEmpty()) {
        // an interim answer has no more to say
      }
      status = line();
    }
    if (status.isEmpty()) {
      return "closed";
    }
    Map<String, List<String>> headers = headers();
    boolean bare = message.startsWith("HEAD ") || status.matches("HTTP/1.. (204|304).*");
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = bare || read(headers, body);
    StringBuilder answer = new StringBuilder(status.split(" ")[1]);
    if (answer.toString().equals("404") && !headers.containsKey("x-clickhouse-exception-code")) {
      return answer + " | no handle"; // what there is else is told in words of its own
    }
    headers.forEach(
        (name, values) -> {
          boolean told = !bare || !name.matches("x-clickhouse-summary|access-control-.*");
          if (told && (OWN.matcher(name).matches() || FURTHER.matcher(name).matches())) {
            values.forEach(value -> answer.append(" | ").append(header(name, value)));
          }
        });
    answer.append(" | ").append(text(message, headers, body.toByteArray()));
    return answer.append(whole ? "" : " | cut off").toString();
  }

  private String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1).replaceAll("\r$", "");
  }

  private Map<String, List<String>> headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      headers
          .computeIfAbsent(name, none -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** Whether the body came to its end. */
  private boolean read(Map<String, List<String>> headers, ByteArrayOutputStream body)
      throws IOException {
    if (headers.containsKey("transfer-encoding")) {
      return readChunks(body);
    }
    List<String> length = headers.get("content-length");
    body.write(length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length.get(0))));
    return true;
  }

  private boolean readChunks(ByteArrayOutputStream body) throws IOException {
    try {
      while (true) {
        String size = line();
        if (size.isEmpty()) {
          return false;
        }
        int count = Integer.parseInt(size.strip(), 16);
        byte[] chunk = in.readNBytes(count);
        body.write(chunk);
        if (chunk.length < count) {
          return false;
        }
        line();
        if (count == 0) {
          return true;
        }
      }
    } catch (EOFException | NumberFormatException cut) {
      return false;
    }
  }

  private static String header(String name, String value) {
    String shown =
        switch (name) {
          case "x-clickhouse-exception-tag", "x-clickhouse-server-display-name" -> "*";
          case "x-clickhouse-query-id" -> value.matches("[0-9a-f]{8}-[0-9a-f-]{27}") ? "*" : value;
          case "x-clickhouse-timezone" -> value.replace("Etc/UTC", "UTC");
          case "x-clickhouse-summary" -> figures(value);
          default -> value;
        };
    return name + ": " + shown;
  }

  private static String figures(String summary) {
    StringBuilder figures = new StringBuilder();
    Matcher matcher = FIGURE.matcher(summary);
    while (matcher.find()) {
      figures.append(matcher.group(2)).append(' ');
    }
    return figures.toString().strip();
  }

  private static String text(String message, Map<String, List<String>> headers, byte[] body) {
    String text = new String(decoded(message, headers, body), StandardCharsets.ISO_8859_1);
    if (message.startsWith("OPTIONS ")) {
      return ""; // what it allows is a matter of a server's configuration
    }
    if (headers.getOrDefault("content-type", List.of("")).get(0).startsWith("text/html")
        && text.length() > 100) {
      return "a page";
    }
    Matcher refusal = REFUSAL.matcher(text);
    if (refusal.matches()) {
      String before =
          refusal.group(1).replaceAll("(?s)\\r\\n__exception__\\r\\n.*", "__exception__");
      String first = before.length() > 200 ? before.substring(0, 20) : before;
      return WireRequest.escaped(first) + "refused " + refusal.group(2) + " " + refusal.group(3);
    }
    String plain =
        text.replaceAll("\"(elapsed|rows_read|bytes_read)\": ?[0-9.e-]+", "")
            .replaceAll("<(elapsed|rows_read|bytes_read)>[0-9.e-]+", "")
            .replaceAll("\\{\"progress[^\n]*\n", "");
    return WireRequest.escaped(plain.length() > 2000 ? plain.substring(0, 2000) : plain);
  }

  private static byte[] decoded(String message, Map<String, List<String>> headers, byte[] body) {
    try {
      HttpEncoding encoding =
          HttpEncoding.ofContent(headers.getOrDefault("content-encoding", List.of("")).get(0));
      InputStream in = new ByteArrayInputStream(body);
      in = encoding == null ? in : encoding.decode(in);
      boolean framed = message.lines().findFirst().orElse("").contains("?compress=1");
      return (framed ? new FrameInputStream(in) : in).readAllBytes();
    } catch (IOException | RuntimeException plain) {
      return body;
    }
  }
}
