// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.encode;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A mode of AES by the server's name of it. Stateless.
 *
 * @param keyBytes length of the key
 * @param kind ecb, cbc, ofb, ctr or gcm
 */
record CipherMode(int keyBytes, String kind) {

  private static final Pattern NAME = Pattern.compile("aes-(128|192|256)-(ecb|cbc|ofb|ctr|gcm)");
  private static final int BLOCK = 16;
  private static final int TAG = 16;

  static CipherMode of(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw bad("Invalid mode: " + name);
    }
    return new CipherMode(Integer.parseInt(matcher.group(1)) / 8, matcher.group(2));
  }

  static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message);
  }

  boolean isGcm() {
    return kind.equals("gcm");
  }

  /** Refuses a key or a start vector of another length. */
  void check(byte[] key, byte[] start) {
    if (key.length != keyBytes) {
      throw bad("Invalid key size: " + key.length + " expected " + keyBytes);
    }
    if (kind.equals("ecb")) {
      if (start.length > 0) {
        throw bad("aes-" + keyBytes * 8 + "-ecb does not support IV");
      }
    } else if (isGcm()) {
      if (start.length == 0) {
        throw bad("Invalid IV size 0 != expected size 12");
      }
    } else if (start.length != 0 && start.length != BLOCK) {
      throw bad("Invalid IV size: " + start.length + " expected " + BLOCK);
    }
  }

  /** A key of any length folded to the wanted one, as MySQL does. */
  byte[] folded(byte[] key) {
    if (key.length <= keyBytes) {
      return key;
    }
    byte[] folded = Arrays.copyOf(key, keyBytes);
    for (int i = keyBytes; i < key.length; i++) {
      folded[i % keyBytes] ^= key[i];
    }
    return folded;
  }

  byte[] encrypt(byte[] text, byte[] key, byte[] start, byte[] extra)
      throws GeneralSecurityException {
    return cipher(Cipher.ENCRYPT_MODE, key, start, extra).doFinal(text);
  }

  byte[] decrypt(byte[] data, byte[] key, byte[] start, byte[] extra)
      throws GeneralSecurityException {
    if (data.length == 0) {
      return data;
    }
    if (isGcm() && data.length < TAG) {
      throw bad(
          "Encrypted data is smaller than the size of additional data for AEAD mode, cannot"
              + " decrypt");
    }
    return cipher(Cipher.DECRYPT_MODE, key, start, extra).doFinal(data);
  }

  private Cipher cipher(int direction, byte[] key, byte[] start, byte[] extra)
      throws GeneralSecurityException {
    SecretKeySpec secret = new SecretKeySpec(key, "AES");
    byte[] vector = start.length == 0 ? new byte[BLOCK] : start;
    switch (kind) {
      case "ecb" -> {
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(direction, secret);
        return cipher;
      }
      case "gcm" -> {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(direction, secret, new GCMParameterSpec(TAG * 8, vector));
        cipher.updateAAD(extra);
        return cipher;
      }
      default -> {
        String padding = kind.equals("cbc") ? "PKCS5Padding" : "NoPadding";
        String name = "AES/" + kind.toUpperCase(Locale.ROOT) + "/" + padding;
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(direction, secret, new IvParameterSpec(vector));
        return cipher;
      }
    }
  }
}
