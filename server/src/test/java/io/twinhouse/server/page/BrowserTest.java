// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.server.http.EndpointOptions;
import io.twinhouse.server.http.HttpEndpoint;
import io.twinhouse.server.metrics.PlatformMetrics;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser: every view, no complaint on its console, no other host asked. */
final class BrowserTest {

  @TempDir Path profile;

  @Test
  void everyViewWorksWideAndNarrow() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "no Chromium here");
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, EndpointOptions.DEFAULT);
        Browser browser = new Browser(program.get(), profile)) {
      engine.execute(PlatformMetrics.tables());
      engine.execute("CREATE TABLE visits (day Date, user String) ENGINE = MergeTree ORDER BY day");
      engine.execute("INSERT INTO visits SELECT '2026-01-01', toString(number) FROM numbers(1000)");
      browser.size(1200, 800);
      browser.open(endpoint.uri().resolve("/play"));
      browser.await("document.querySelectorAll('#schema-list details').length > 3");
      assertThat(browser.evaluate("document.querySelectorAll('.examples button').length"))
          .isEqualTo("4");
      query(browser);
      plan(browser);
      views(browser);
      browser.size(400, 800);
      browser.dark();
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo("true");
      assertThat(browser.evaluate("getComputedStyle(document.body).backgroundColor"))
          .isEqualTo("\"rgb(21, 25, 28)\"");
      assertThat(browser.complaints()).isEmpty();
      // an error has a status of its own, which a browser puts on its console
      refusals(browser);
    }
  }

  /** Beside a refusal no answer of another query stands, and the cursor shows where it is. */
  private static void refusals(Browser browser) throws Exception {
    browser.evaluate("editor.setValue('SELECT 7 AS seven WHERE 0'); run()");
    browser.await("byId('result').textContent.includes('No rows.') && !byId('copy').disabled");
    browser.evaluate("editor.setValue('SELECT nosuch'); run()");
    browser.await("byId('problem').textContent.includes('Code: 47')");
    assertThat(browser.evaluate("byId('result').textContent")).isEqualTo("\"\"");
    assertThat(browser.evaluate("byId('copy').disabled")).isEqualTo("true");
    browser.evaluate("editor.setValue('SELECT 1,\\n  2 FROM )'); run()");
    browser.await("byId('problem').textContent.includes('Code: 62')");
    assertThat(browser.evaluate("editor.getCursor().line")).isEqualTo("1");
  }

  private static void query(Browser browser) throws Exception {
    browser.evaluate(
        "editor.setValue('SELECT day, uniqExact(user) AS users FROM visits GROUP BY day'); run()");
    browser.await("byId('result').textContent.includes('1000')");
    assertThat(browser.evaluate("byId('figures').textContent")).contains("peak memory", "1 rows");
    browser.evaluate("showAnswer('answer-chart')");
    assertThat(browser.evaluate("Chart.getChart('chart').data.datasets[0].data[0]"))
        .isEqualTo("1000");
    browser.evaluate("showAnswer('answer-history')");
    assertThat(browser.evaluate("byId('history').querySelectorAll('tbody tr').length"))
        .isEqualTo("1");
  }

  private static void plan(Browser browser) throws Exception {
    browser.evaluate(
        "editor.setValue('SELECT day, uniqExact(user) FROM visits GROUP BY day'); explain()");
    browser.await("byId('plan').querySelectorAll('.operators tbody tr').length >= 2");
    assertThat(browser.evaluate("byId('plan').textContent"))
        .contains("MergeTreeSelect(visits)", "KiB", "LogicalAggregate");
  }

  private static void views(Browser browser) throws Exception {
    browser.evaluate("showView('view-tables')");
    browser.await("byId('tables').textContent.includes('visits')");
    browser.evaluate("showView('view-running')");
    browser.await("byId('running').textContent.includes('system.processes')");
    browser.evaluate("showView('view-internal')");
    browser.await("byId('internal').querySelectorAll('.card').length === 10");
    browser.evaluate("showView('view-platform')");
    browser.await("byId('platform').querySelectorAll('.card').length === 17");
    assertThat(browser.evaluate("document.querySelectorAll('.card .error').length")).isEqualTo("0");
    browser.evaluate("byId('view-query').focus(); byId('view-query').click()");
    assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("\"view-query\"");
  }
}
