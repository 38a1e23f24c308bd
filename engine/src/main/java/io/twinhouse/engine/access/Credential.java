// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How a user proves who they are. Immutable; {@link #toString} tells no secret.
 *
 * @param secret the password, or its hash in hex, as the kind says
 * @param salt hashed behind the password, empty for none
 */
public record Credential(Kind kind, String secret, String salt) {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Kinds of proof, by the names that system.users has for them. */
  public enum Kind {
    NO_PASSWORD("no_password", "no_password"),
    PLAINTEXT_PASSWORD("plaintext_password", "plaintext_password"),
    SHA256_PASSWORD("sha256_password", "sha256_hash"),
    DOUBLE_SHA1_PASSWORD("double_sha1_password", "double_sha1_hash");

    private final String word;
    private final String hashWord;

    Kind(String word, String hashWord) {
      this.word = word;
      this.hashWord = hashWord;
    }

    public String word() {
      return word;
    }
  }

  /** Nothing is asked for. */
  public static final Credential NONE = new Credential(Kind.NO_PASSWORD, "", "");

  /** A password that is kept as it is. */
  public static Credential plaintext(String password) {
    return new Credential(Kind.PLAINTEXT_PASSWORD, password, "");
  }

  /** A password of which its SHA-256 is kept, in hex. */
  public static Credential sha256Hash(String hex, String salt) {
    return new Credential(Kind.SHA256_PASSWORD, hex.toUpperCase(Locale.ROOT), salt);
  }

  /**
   * What {@code IDENTIFIED WITH method BY 'secret'} means.
   *
   * @param method in lower case; {@code sha256_password} if none was given
   * @throws TwinhouseException NOT_IMPLEMENTED for a method that is not there, BAD_ARGUMENTS for a
   *     hash that is none
   */
  public static Credential of(String method, String secret, String salt) {
    return switch (method) {
      case "no_password" -> NONE;
      case "plaintext_password" -> plaintext(secret);
      case "sha256_password" -> {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String fresh = HEX.formatHex(random);
        yield sha256Hash(hash("SHA-256", bytes(secret + fresh)), fresh);
      }
      case "sha256_hash" -> sha256Hash(checked(secret, 64), salt);
      case "double_sha1_password" ->
          new Credential(Kind.DOUBLE_SHA1_PASSWORD, doubleSha1(secret), "");
      case "double_sha1_hash" ->
          new Credential(
              Kind.DOUBLE_SHA1_PASSWORD, checked(secret, 40).toUpperCase(Locale.ROOT), "");
      default ->
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "IDENTIFIED WITH "
                  + method
                  + " is not supported; no_password, plaintext_password, sha256_password,"
                  + " sha256_hash, double_sha1_password and double_sha1_hash are");
    };
  }

  private static String checked(String hex, int digits) {
    if (!hex.matches("[0-9A-Fa-f]{" + digits + "}")) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "A hash of a password is expected to be " + digits + " digits of hex");
    }
    return hex;
  }

  /** Whether {@code password} is the right one; takes as long for any that is wrong. */
  public boolean admits(String password) {
    String proof =
        switch (kind) {
          case NO_PASSWORD -> secret;
          case PLAINTEXT_PASSWORD -> password;
          case SHA256_PASSWORD -> hash("SHA-256", bytes(password + salt));
          case DOUBLE_SHA1_PASSWORD -> doubleSha1(password);
        };
    return MessageDigest.isEqual(bytes(secret), bytes(proof));
  }

  private static String doubleSha1(String password) {
    return hash("SHA-1", HEX.parseHex(hash("SHA-1", bytes(password))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String algorithm, byte[] bytes) {
    try {
      return HEX.formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new TwinhouseException(
          ErrorCode.SUPPORT_IS_DISABLED,
          "This Java has no " + algorithm + ", which every Java must",
          missing);
    }
  }

  /** The words that make this again, secret included. */
  String definition() {
    if (kind == Kind.NO_PASSWORD) {
      return "no_password";
    }
    String text = kind.hashWord + " BY " + AccessText.string(secret);
    return salt.isEmpty() ? text : text + " SALT " + AccessText.string(salt);
  }

  @Override
  public String toString() {
    return kind.word;
  }
}
