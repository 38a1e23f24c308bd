// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The page's files, all from the class path. */
public final class LocalPage {

  /** What a browser may load: this host alone. CodeMirror and Chart.js set styles from scripts. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String OWN = "/io/twinhouse/page/";
  private static final String EDITOR = "/META-INF/resources/webjars/codemirror/5.65.18/";
  private static final String CHARTS = "/META-INF/resources/webjars/chart.js/4.4.9/";
  private static final String SCRIPT = "text/javascript; charset=UTF-8";
  private static final String STYLE = "text/css; charset=UTF-8";

  private record Source(String resource, String contentType) {}

  private static final Map<String, Source> FILES =
      Map.ofEntries(
          Map.entry("/play", new Source(OWN + "index.html", "text/html; charset=UTF-8")),
          Map.entry("/page/page.js", new Source(OWN + "page.js", SCRIPT)),
          Map.entry("/page/schema.js", new Source(OWN + "schema.js", SCRIPT)),
          Map.entry("/page/plan.js", new Source(OWN + "plan.js", SCRIPT)),
          Map.entry("/page/dashboards.js", new Source(OWN + "dashboards.js", SCRIPT)),
          Map.entry("/page/page.css", new Source(OWN + "page.css", STYLE)),
          Map.entry("/page/editor.js", new Source(EDITOR + "lib/codemirror.js", SCRIPT)),
          Map.entry("/page/editor.css", new Source(EDITOR + "lib/codemirror.css", STYLE)),
          Map.entry("/page/sql.js", new Source(EDITOR + "mode/sql/sql.js", SCRIPT)),
          Map.entry("/page/hint.js", new Source(EDITOR + "addon/hint/show-hint.js", SCRIPT)),
          Map.entry("/page/hint.css", new Source(EDITOR + "addon/hint/show-hint.css", STYLE)),
          Map.entry("/page/charts.js", new Source(CHARTS + "dist/chart.umd.js", SCRIPT)));

  private LocalPage() {}

  /** The file at a path, {@code /play} being the document itself. */
  public static Optional<PageFile> find(String path) {
    Source source = FILES.get(path);
    if (source == null) {
      return Optional.empty();
    }
    try (InputStream in = LocalPage.class.getResourceAsStream(source.resource())) {
      if (in == null) {
        throw new IllegalStateException(source.resource() + " is not on the class path");
      }
      return Optional.of(new PageFile(source.contentType(), in.readAllBytes()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
