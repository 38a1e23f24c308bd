// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.twinhouse.engine.api.Twinhouse;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the Javadoc of the engine are compiled as they stand there, each as the body of a
 * method beside an {@code engine} with a table {@code visits}, and run.
 */
final class JavadocExamplesTest {

  private static final Path SOURCES = Path.of("..", "engine", "src", "main", "java");

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* *}</pre>", Pattern.DOTALL);

  /** What an example takes for granted that is not the engine's to give. */
  private static final Map<String, String> BEFORE =
      Map.of(
          "ArrowBatches",
          "long total = 0;\n",
          "ArrowAppender",
          "BufferAllocator allocator = new RootAllocator();\n"
              + "ByteArrayOutputStream bytes = new ByteArrayOutputStream();\n"
              + "Answers.write(engine.query(\"SELECT * FROM visits SETTINGS"
              + " output_format_arrow_compression_method = 'none'\"), \"ArrowStream\", bytes);\n"
              + "InputStream in = new ByteArrayInputStream(bytes.toByteArray());\n"
              + "ArrowBatches batches ="
              + " ArrowBatches.of(engine.query(\"SELECT * FROM visits\"), allocator);\n"
              + "batches.loadNextBatch();\n"
              + "VectorSchemaRoot root = batches.getVectorSchemaRoot();\n",
          "Appender",
          "record Visit(LocalDate day, String user) {}\n",
          "MetricPage",
          "MetricPage platform = MetricPage.of(\"p\", List.of(Metric.named(\"dauSeries\")"
              + ".sql(\"SELECT count() FROM visits\").build()));\n"
              + "Map<String, String> values = Map.of();\n",
          "Metric",
          "engine.execute(\"CREATE TABLE events (project_id String, user_id String,"
              + " event_at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY event_at\");\n");

  /** What an example leaves to be done, or to be looked at. */
  private static final Map<String, String> BEHIND =
      Map.of(
          "QueryRequest",
          "try (QueryResult result = engine.query(request)) {\n"
              + "  result.rows();\n"
              + "  throw new AssertionError(\"not cancelled\");\n"
              + "} catch (TwinhouseException cancelled) {\n"
              + "  if (cancelled.number() != 394) throw cancelled;\n"
              + "}\n",
          "RowFiles",
          "if (Files.readAllLines(directory.resolve(\"visits.jsonl\")).size() != 3) {\n"
              + "  throw new AssertionError(\"rows\");\n"
              + "}\n");

  private static final String IMPORTS =
      Stream.of("api", "access", "error", "exchange", "frontend", "gate", "metrics", "spi")
              .map(name -> "import io.twinhouse.engine." + name + ".*;\n")
              .reduce("", String::concat)
          + "import org.apache.arrow.memory.*;\nimport org.apache.arrow.vector.*;\n"
          + "import org.apache.arrow.vector.ipc.*;\nimport java.io.*;\n"
          + "import java.nio.file.*;\nimport java.time.*;\nimport java.util.*;\n";

  private static final String FIELDS =
      "public static Twinhouse engine;\npublic static Path directory;\n";

  /** Examples that take two houses; the tests of these packages run them. */
  private static final Set<String> ELSEWHERE = Set.of("Mirror");

  @TempDir Path directory;

  private static Map<String, String> examples() throws IOException {
    Map<String, String> examples = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher matcher = EXAMPLE.matcher(Files.readString(file));
        String name = String.valueOf(file.getFileName()).replace(".java", "");
        for (int i = 0; matcher.find(); i++) {
          String code = matcher.group(1).replaceAll("(?m)^ *\\* ?", "");
          if (!ELSEWHERE.contains(name)) {
            examples.put(i == 0 ? name : name + i, code);
          }
        }
      }
    }
    return examples;
  }

  private Path compile(Map<String, String> examples) throws IOException {
    StringBuilder source =
        new StringBuilder(IMPORTS).append("public final class Examples {\n").append(FIELDS);
    examples.forEach(
        (name, code) ->
            source
                .append("public static void ")
                .append(name.toLowerCase(Locale.ROOT))
                .append("() throws Exception {\n")
                .append(BEFORE.getOrDefault(name, ""))
                .append(code)
                .append("\n")
                .append(BEHIND.getOrDefault(name, ""))
                .append("}\n"));
    Path file = directory.resolve("Examples.java");
    Files.writeString(file, source.append("}\n"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler).as("a compiler, which a JDK has").isNotNull();
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", directory.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), file.toString()));
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
    return directory;
  }

  @Test
  void eachRunsAsItStands() throws Exception {
    Map<String, String> examples = examples();
    assertThat(examples)
        .containsKeys("Twinhouse", "QueryRequest", "Records", "Answers", "RowFiles");
    URL classes = compile(examples).toUri().toURL();
    Files.writeString(directory.resolve("visits.csv"), "day,user\n2026-01-01,eve\n");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
      Class<?> compiled = loader.loadClass("Examples");
      for (String name : examples.keySet()) {
        try (Twinhouse engine = Twinhouse.open("arrow:memory:")) {
          engine.execute(
              "CREATE TABLE visits (day Date, user String) ENGINE = MergeTree ORDER BY day;"
                  + "INSERT INTO visits VALUES ('2026-01-01', 'ann'), ('2026-01-02', 'bob')");
          compiled.getField("engine").set(null, engine);
          compiled.getField("directory").set(null, directory);
          compiled.getMethod(name.toLowerCase(Locale.ROOT)).invoke(null);
        }
      }
    }
  }
}
