// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The exceptions of today, which may only become fewer and smaller. Text form, one exception a
 * line: {@code rule subject size}, with {@code #} comments that give the reason. A violation passes
 * when it stands there with its size; a larger or new one is reported, and so is an exception that
 * is larger than what is left of it, so that what was won stays won. Immutable.
 */
public final class Ratchet {
  private final Map<String, Integer> allowed;

  private Ratchet(Map<String, Integer> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException for a line that is no exception
   */
  public static Ratchet parse(List<String> lines) {
    Map<String, Integer> allowed = new TreeMap<>();
    for (String line : lines) {
      String entry = line.contains("#") ? line.substring(0, line.indexOf('#')) : line;
      if (entry.isBlank()) {
        continue;
      }
      String[] words = entry.strip().split("\\s+", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException("expected 'rule subject size', found: " + line);
      }
      allowed.put(words[0] + " " + words[1], Integer.parseInt(words[2]));
    }
    return new Ratchet(allowed);
  }

  /**
   * What is wrong with these violations of these rules: one message for each that is new or has
   * grown, and one for each exception of those rules that is no longer needed at its size.
   *
   * @param rules the names of the rules that were run, so that exceptions of others are left alone
   * @param violations what they found; the sizes of equal rule and subject are added
   */
  public List<String> judge(Collection<String> rules, Collection<Violation> violations) {
    Map<String, Integer> found = new HashMap<>();
    Map<String, String> details = new HashMap<>();
    for (Violation violation : new TreeSet<>(violations)) {
      String key = violation.rule() + " " + violation.subject();
      found.merge(key, violation.size(), Integer::sum);
      details.merge(key, violation.detail(), (first, second) -> first + "\n    " + second);
    }
    List<String> messages = new ArrayList<>();
    for (String key : new TreeSet<>(found.keySet())) {
      int size = found.getOrDefault(key, 0);
      int limit = allowed.getOrDefault(key, 0);
      if (size > limit) {
        messages.add(
            key
                + " "
                + size
                + (limit == 0 ? "" : " (at most " + limit + ")")
                + ": "
                + details.get(key));
      }
    }
    allowed.forEach(
        (key, limit) -> {
          int size = found.getOrDefault(key, 0);
          if (size < limit && rules.contains(key.substring(0, key.indexOf(' ')))) {
            messages.add(
                "the exception '"
                    + key
                    + " "
                    + limit
                    + "' is larger than needed: "
                    + (size == 0 ? "take it out" : "lower it to " + size));
          }
        });
    return messages;
  }
}
