// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A user of an endpoint: how it is known, and the settings that its sessions begin with; {@code
 * readonly} among them lets it only read. Immutable.
 *
 * @param password as text, or its SHA-256 in hex
 * @param hashed which of the two
 * @param settings of each session, as a settings profile of ClickHouse
 */
public record Account(String password, boolean hashed, Map<String, String> settings) {

  public Account {
    settings = Map.copyOf(settings);
  }

  /** Known by a password; by none if it is empty. */
  public static Account withPassword(String password) {
    return new Account(password, false, Map.of());
  }

  /** Known by a password whose SHA-256 is given in hex. */
  public static Account withSha256(String hex) {
    return new Account(hex.toLowerCase(Locale.ROOT), true, Map.of());
  }

  /** The same with settings for its sessions. */
  public Account withSettings(Map<String, String> wanted) {
    return new Account(password, hashed, wanted);
  }

  boolean admits(String given) {
    String proof = hashed ? sha256(given) : given;
    return MessageDigest.isEqual(
        password.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "This Java has no SHA-256, which every Java must",
          missing);
    }
  }

  @Override
  public String toString() {
    return "Account" + settings;
  }
}
