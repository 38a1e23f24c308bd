// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.clickhouse.client;

import com.clickhouse.client.api.Client;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** An address in the driver's own words. */
final class DriverOptions {
  private DriverOptions() {}

  static Client client(Endpoint endpoint) {
    Line line = endpoint.line();
    Client.Builder builder =
        new Client.Builder()
            .addEndpoint(endpoint.url().toString())
            .setDefaultDatabase(endpoint.database())
            .setConnectTimeout(line.connectTimeout().toMillis())
            .setSocketTimeout(line.socketTimeout().toMillis(), ChronoUnit.MILLIS)
            .setMaxConnections(line.maxConnections())
            .compressServerResponse(line.compress())
            .compressClientRequest(false)
            // Its default of 3 runs a query again that has just been killed by code 241.
            .setMaxRetries(0)
            .setClientName("twinhouse");
    logIn(builder, endpoint.login());
    trust(builder, line);
    return builder.build();
  }

  private static void logIn(Client.Builder builder, Login login) {
    String token = login.accessToken();
    String certificate = login.clientCertificate();
    String key = login.clientKey();
    if (token != null) {
      builder.useBearerTokenAuth(token);
    } else if (certificate != null && key != null) {
      builder.setUsername(login.user()).useSSLAuthentication(true);
      builder.setClientCertificate(certificate).setClientKey(key);
    } else {
      builder.setUsername(login.user()).setPassword(login.password());
    }
  }

  private static void trust(Client.Builder builder, Line line) {
    @Nullable String store = line.trustStore();
    @Nullable String password = line.trustStorePassword();
    @Nullable String root = line.rootCertificate();
    if (store != null) {
      builder.setSSLTrustStore(store);
    }
    if (password != null) {
      builder.setSSLTrustStorePassword(password);
    }
    if (root != null) {
      builder.setRootCertificate(root);
    }
  }
}
