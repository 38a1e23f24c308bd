// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {
  @Test
  void aHostAloneHasTheServersDefaults() {
    Endpoint endpoint = Endpoint.parse("clickhouse:http://h");
    assertThat(endpoint.url()).isEqualTo(URI.create("http://h:8123"));
    assertThat(endpoint.login().user()).isEqualTo("default");
    assertThat(endpoint.login().password()).isEmpty();
    assertThat(endpoint.database()).isEqualTo("default");
    assertThat(endpoint.line().compress()).isTrue();
    assertThat(endpoint.settings()).isEqualTo(Profile.METRICS.settings());
  }

  @Test
  void readsEveryPart() {
    Endpoint endpoint =
        Endpoint.parse(
            "clickhouse:https://h:9/db?user=u&password=p%26q&socket_timeout=3&compress=0"
                + "&max_threads=2&profile=none");
    assertThat(endpoint.url()).isEqualTo(URI.create("https://h:9"));
    assertThat(endpoint.login().user()).isEqualTo("u");
    assertThat(endpoint.login().password()).isEqualTo("p&q");
    assertThat(endpoint.database()).isEqualTo("db");
    assertThat(endpoint.line().socketTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(endpoint.line().compress()).isFalse();
    assertThat(endpoint.settings()).isEqualTo(Map.of("max_threads", "2"));
    assertThat(endpoint.toString()).doesNotContain("p&q");
  }

  @Test
  void anAddressChangesSettingsOfTheProfile() {
    assertThat(Endpoint.parse("clickhouse:http://h?max_memory_usage=5").settings())
        .containsEntry("max_memory_usage", "5")
        .containsEntry("max_bytes_before_external_group_by", "4000000000")
        .containsEntry("join_algorithm", "grace_hash,parallel_hash,hash");
  }

  @Test
  void readsWaysToLogInAndWhomToTrust() {
    Endpoint endpoint =
        Endpoint.parse(
            "clickhouse:https://h?access_token=t&root_certificate=ca.pem&retries=0&retry_pause_ms=7");
    assertThat(endpoint.login().accessToken()).isEqualTo("t");
    assertThat(endpoint.line().rootCertificate()).isEqualTo("ca.pem");
    assertThat(endpoint.line().retries()).isZero();
    assertThat(endpoint.line().retryPause()).isEqualTo(Duration.ofMillis(7));
    assertThat(endpoint.settings()).isEqualTo(Profile.METRICS.settings());
    assertThat(endpoint.toString() + endpoint.login()).doesNotContain("=t");
  }

  @Test
  void userInformationInTheUrlCountsToo() {
    Endpoint endpoint = Endpoint.parse("clickhouse:http://u:p@h:8123/");
    assertThat(endpoint.login().user()).isEqualTo("u");
    assertThat(endpoint.login().password()).isEqualTo("p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h",
        "clickhouse:h:8123",
        "clickhouse:ftp://secret@h",
        "clickhouse:http://h:8123?secret",
        "clickhouse:http://h?socket_timeout=soon&password=secret",
        "clickhouse:http://h?profile=fast",
        "clickhouse:https://h?client_certificate=secret",
        "clickhouse:http:// h"
      })
  void refusesWhatIsNoAddressWithoutTellingSecrets(String address) {
    assertThatExceptionOfType(TwinhouseException.class)
        .isThrownBy(() -> Endpoint.parse(address))
        .matches(error -> error.is(ErrorCode.BAD_ARGUMENTS))
        .withMessageContaining("clickhouse:http://host:8123/database")
        .withMessageNotContaining("secret");
  }
}
