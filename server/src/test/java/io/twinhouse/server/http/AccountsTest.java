// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twinhouse.engine.access.AccountRules;
import io.twinhouse.engine.api.Twinhouse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of a users file: with a password, with its hash, with none, and one that only reads. */
final class AccountsTest {

  private static final String USERS =
      """
      <clickhouse>
        <profiles>
          <default><max_threads>3</max_threads></default>
          <readonly><readonly>1</readonly><max_result_rows>2</max_result_rows></readonly>
          <bounded><profile>default</profile><max_memory_usage>1000000</max_memory_usage></bounded>
        </profiles>
        <users>
          <default><password></password><networks><ip>::/0</ip></networks></default>
          <plain><password>pa:ss</password><profile>bounded</profile><quota>default</quota></plain>
          <hashed>
            <password_sha256_hex>2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B</password_sha256_hex>
          </hashed>
          <reader><no_password/><profile>readonly</profile></reader>
        </users>
        <quotas>
          <default><interval><duration>3600</duration><queries>0</queries></interval></default>
        </quotas>
      </clickhouse>
      """;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path directory;

  private Map<String, AccountRules> users(String xml) throws Exception {
    Path file = Files.writeString(directory.resolve("users.xml"), xml);
    return UsersFile.read(file);
  }

  private static HttpResponse<String> ask(
      HttpEndpoint endpoint, String user, String password, String sql) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.uri())
            .header("X-ClickHouse-User", user)
            .header("X-ClickHouse-Key", password)
            .POST(BodyPublishers.ofString(sql))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  @Test
  void eachComesInByItsOwnProof() throws Exception {
    EndpointOptions options = EndpointOptions.DEFAULT.withUsers(users(USERS));
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, options)) {
      String who = "SELECT currentUser(), getSetting('max_threads')";
      assertThat(ask(endpoint, "default", "", who).body()).isEqualTo("default\t3\n");
      assertThat(ask(endpoint, "plain", "pa:ss", who).body()).isEqualTo("plain\t3\n");
      assertThat(ask(endpoint, "hashed", "secret", who).body()).isEqualTo("hashed\t3\n");
      HttpResponse<String> wrong = ask(endpoint, "hashed", "Secret", who);
      assertThat(wrong.statusCode()).isEqualTo(403);
      assertThat(wrong.body()).contains("Code: 516.", "hashed: Authentication failed");
      assertThat(ask(endpoint, "plain", "pa:ss", "SELECT getSetting('max_memory_usage')").body())
          .isEqualTo("1000000\n");
      HttpResponse<String> capped =
          ask(endpoint, "plain", "pa:ss", "SELECT uniqExact(number) FROM numbers(1000000)");
      assertThat(capped.body()).contains("Code: 241.");
    }
  }

  @Test
  void aReaderReadsAndChangesNothing() throws Exception {
    EndpointOptions options = EndpointOptions.DEFAULT.withUsers(users(USERS));
    try (Twinhouse engine = Twinhouse.open("arrow:memory:");
        HttpEndpoint endpoint = HttpEndpoint.start(engine, options)) {
      assertThat(ask(endpoint, "reader", "", "SELECT 1").body()).isEqualTo("1\n");
      assertThat(ask(endpoint, "reader", "", "CREATE TABLE t (a UInt8) ENGINE = Memory").body())
          .contains("Code: 164.", "Cannot execute query in readonly mode");
      assertThat(ask(endpoint, "reader", "", "SELECT 1 SETTINGS max_result_rows = 0").body())
          .contains("Code: 164.", "Cannot modify 'max_result_rows' setting in readonly mode");
      assertThat(ask(endpoint, "reader", "", "SET readonly = 0").body()).contains("Code: 164.");
      assertThat(ask(endpoint, "reader", "", "SELECT number FROM numbers(3)").body())
          .contains("Code: 396.");
      URI get = endpoint.uri().resolve("/?user=reader&query=SELECT+getSetting('readonly')");
      assertThat(CLIENT.send(HttpRequest.newBuilder(get).build(), BodyHandlers.ofString()).body())
          .isEqualTo("1\n");
    }
  }

  @Test
  void whatIsNotDoneIsRefusedByName() {
    assertRefused(
        "<users><u><no_password/><grants><query>x</query></grants></u></users>",
        "grants of user u");
    assertRefused(
        "<users><u><no_password/><networks><ip>10.0.0.1</ip></networks></u></users>",
        "networks of user u");
    assertRefused(
        "<quotas><q><interval><queries>10</queries></interval></q></quotas>", "queries of quota q");
    assertRefused("<users><u><profile>default</profile></u></users>", "neither a password");
    assertRefused("<users><u><no_password/><profile>x</profile></u></users>", "no profile x");
    assertRefused("<users/>", "there is no user in it");
  }

  private void assertRefused(String part, String words) {
    assertThatThrownBy(() -> users("<clickhouse>" + part + "</clickhouse>"))
        .hasMessageContaining(words);
  }
}
