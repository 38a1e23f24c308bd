// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request, as a line of {@code METHOD|path|Header: value;;Header: value|body}, and what of its
 * answer clients look at.
 */
record RecordedRequest(String method, String path, String headers, String body) {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final List<String> COMPARED =
      List.of(
          "Content-Type",
          "Content-Encoding",
          "X-ClickHouse-Format",
          "X-ClickHouse-Exception-Code",
          "X-ClickHouse-Timezone",
          "Access-Control-Allow-Origin",
          "Access-Control-Expose-Headers",
          "WWW-Authenticate");

  private static final List<String> PRESENT =
      List.of(
          "X-ClickHouse-Query-Id",
          "X-ClickHouse-Summary",
          "X-ClickHouse-Server-Display-Name",
          "X-ClickHouse-Exception-Tag");

  private static final Pattern REFUSAL =
      Pattern.compile("(?s)Code: (\\d+)\\. DB::Exception: .*\\((\\w+)\\).*");

  static RecordedRequest parse(String line) {
    String[] parts = line.split("\\|", 4);
    String text = parts[3].replace("<r>", "\r\n").replace("<n>", "\n").replace("<t>", "\t");
    return new RecordedRequest(parts[0], parts[1], parts[2], text);
  }

  RecordedRequest in(String database, String session) {
    return new RecordedRequest(
        method,
        path.replace("DATABASE", database).replace("hx-", session),
        headers,
        body.replace("DATABASE", database));
  }

  /** Status, headers and body, without what differs from run to run. */
  List<String> seenAt(URI server) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofSeconds(60));
    boolean bodied = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
    request.method(method, bodied ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
    for (String header : headers.split(";;")) {
      if (!header.isEmpty()) {
        int colon = header.indexOf(':');
        request.header(header.substring(0, colon), header.substring(colon + 1).strip());
      }
    }
    return seen(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
  }

  private static List<String> seen(HttpResponse<byte[]> answer) {
    List<String> seen = new ArrayList<>();
    seen.add(Integer.toString(answer.statusCode()));
    for (String name : COMPARED) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(value -> seen.add(name + ": " + value.replace("Etc/UTC", "UTC")));
    }
    for (String name : PRESENT) {
      answer.headers().firstValue(name).ifPresent(value -> seen.add(name));
    }
    String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
    Matcher refusal = REFUSAL.matcher(text);
    boolean refused = answer.headers().firstValue("X-ClickHouse-Exception-Code").isPresent();
    if (refused && refusal.matches()) {
      seen.add("refused with " + refusal.group(1) + " " + refusal.group(2));
    } else if (answer.statusCode() == 200) {
      seen.add(comparable(text));
    }
    return seen;
  }

  private static String comparable(String text) {
    return text.replaceAll("\"(elapsed|rows_read|bytes_read)\": ?[0-9.e-]+", "")
        .replaceAll("<(elapsed|rows_read|bytes_read)>[0-9.e-]+", "")
        .replaceAll("\\{\"progress.*", "");
  }
}
