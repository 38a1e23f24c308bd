// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access.quota;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who shares an account of a quota: everybody, or those with the same key. */
public enum QuotaKey {
  NONE,
  USER_NAME,
  IP_ADDRESS,
  FORWARDED_IP_ADDRESS,
  CLIENT_KEY,
  CLIENT_KEY_OR_USER_NAME,
  CLIENT_KEY_OR_IP_ADDRESS;

  /** What the server may tell queries apart by, and no quota here does. */
  public static final String OF_QUERIES = "normalized_query_hash";

  private static final String OR = "_or_";

  /** In small letters, the parts joined by {@code _or_}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The key of a name in small letters; null if it is none. */
  public static @Nullable QuotaKey of(String word) {
    for (QuotaKey key : values()) {
      if (key.word().equals(word)) {
        return key;
      }
    }
    return null;
  }

  /** All names, each quoted, as the refusal of another one lists them. */
  public static String words() {
    return Stream.concat(Arrays.stream(values()).map(QuotaKey::word), Stream.of(OF_QUERIES))
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(", "));
  }

  /** The names of its parts, none for {@link #NONE}. */
  public List<String> parts() {
    return this == NONE ? List.of() : List.of(word().split(OR, -1));
  }
}
