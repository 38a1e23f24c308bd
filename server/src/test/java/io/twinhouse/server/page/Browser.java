// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven over its debugging protocol. */
final class Browser implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final Pattern PORT = Pattern.compile("^(\\d+)\\n(.*)");
  private static final Pattern TARGET = Pattern.compile("\"targetId\":\"([^\"]+)\"");
  private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("^\\{\"id\":(\\d+)");
  private static final Pattern VALUE =
      Pattern.compile("\"value\":(\"(?:[^\"\\\\]|\\\\.)*\"|[^,}\\]]+)");
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final String session;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  /** The program, if this machine has one. */
  static Optional<Path> program() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /**
   * @param profile an empty directory
   */
  Browser(Path program, Path profile) throws Exception {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("log").toFile())
            .start();
    Matcher port = PORT.matcher(await(profile.resolve("DevToolsActivePort")));
    if (!port.find()) {
      throw new IOException("the browser tells no port");
    }
    URI address = URI.create("ws://127.0.0.1:" + port.group(1) + port.group(2).strip());
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Listener())
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String target = found(TARGET, send("", "Target.createTarget", "{\"url\":\"about:blank\"}"));
    session =
        found(
            SESSION,
            send(
                "", "Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}"));
    for (String domain : List.of("Runtime", "Log", "Page", "Network")) {
      call(domain + ".enable", "{}");
    }
  }

  private static String await(Path file) throws Exception {
    for (int look = 0; look < PATIENCE_SECONDS * 10; look++) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Files.readString(file);
      }
      Thread.sleep(100);
    }
    throw new IOException("the browser did not start");
  }

  void size(int width, int height) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":%s}"
            .formatted(width, height, width < 600));
  }

  void dark() throws Exception {
    call(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"dark\"}]}");
  }

  void open(URI page) throws Exception {
    call("Page.navigate", "{\"url\":\"" + page + "\"}");
  }

  /** Evaluates JavaScript, promises awaited; texts come with their quotes. */
  String evaluate(String script) throws Exception {
    String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String answer =
        call(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"" + quoted + "\"}");
    if (answer.contains("\"exceptionDetails\"")) {
      throw new IOException(script + ": " + answer);
    }
    Matcher value = VALUE.matcher(answer);
    return value.find() ? value.group(1) : "";
  }

  /** Waits until an expression is true. */
  void await(String condition) throws Exception {
    for (int look = 0; look < PATIENCE_SECONDS * 5; look++) {
      if (evaluate("Boolean(" + condition + ")").equals("true")) {
        return;
      }
      Thread.sleep(200);
    }
    throw new IOException(
        "never true: " + condition + "; the page: " + evaluate("document.body.innerText"));
  }

  /** Errors and warnings of the console, exceptions, and requests to other hosts. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private String call(String method, String parameters) throws Exception {
    return send(session, method, parameters);
  }

  private String send(String to, String method, String parameters) throws Exception {
    int id = lastId.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String whom = to.isEmpty() ? "" : "\"sessionId\":\"" + to + "\",";
    socket
        .sendText(
            "{\"id\":"
                + id
                + ","
                + whom
                + "\"method\":\""
                + method
                + "\",\"params\":"
                + parameters
                + "}",
            true)
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static String found(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private void take(String message) {
    Matcher id = ID.matcher(message);
    if (id.find()) {
      CompletableFuture<String> answer = waiting.remove(Integer.valueOf(id.group(1)));
      if (answer != null) {
        answer.complete(message);
      }
      return;
    }
    boolean bad =
        message.contains("\"Runtime.exceptionThrown\"")
            || message.contains("\"Log.entryAdded\"")
            || (message.contains("\"Runtime.consoleAPICalled\"")
                && (message.contains("\"type\":\"error\"")
                    || message.contains("\"type\":\"warning\"")));
    boolean foreign =
        message.contains("\"Network.requestWillBeSent\"")
            && Stream.of("http://127.0.0.1", "data:", "blob:", "about:")
                .noneMatch(start -> message.contains("\"request\":{\"url\":\"" + start));
    if (bad || foreign) {
      complaints.add(message);
    }
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    // its helpers write into the profile until they have ended too
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    process.destroy();
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(20, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        one.destroyForcibly();
        one.onExit().get();
      }
    }
  }

  /** Puts the parts of messages together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        take(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
