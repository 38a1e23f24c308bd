// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.functions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What a sweep over functions found, as files. */
final class TrialReport {

  private static final Path TARGET = Path.of("target");

  private TrialReport() {}

  /**
   * Writes {@code target/<name>.tsv} and the texts of differences and the rest beside it, and
   * prints the sums.
   */
  static void write(String name, List<TrialLog> trials) throws IOException {
    Files.createDirectories(TARGET);
    String head =
        "function\tequal\tsame error\trefused\tother code\tlenient\tdifferent\n"
            + trials.stream().map(TrialLog::summary).collect(Collectors.joining("\n", "", "\n"));
    Files.writeString(TARGET.resolve(name + ".tsv"), head);
    Files.writeString(TARGET.resolve(name + "-different.txt"), text(trials, true));
    Files.writeString(TARGET.resolve(name + "-remarks.txt"), text(trials, false));
    StringBuilder sums = new StringBuilder(trials.size() + " " + name);
    for (Verdict verdict : Verdict.values()) {
      sums.append(", ").append(verdict).append(' ');
      sums.append(trials.stream().mapToInt(trial -> trial.count(verdict)).sum());
    }
    long good =
        trials.stream()
            .filter(t -> t.count(Verdict.EQUAL) > 0 && t.count(Verdict.DIFFERENT) == 0)
            .count();
    System.out.println(sums + "; equal and never different: " + good);
  }

  private static String text(List<TrialLog> trials, boolean different) {
    return trials.stream()
        .map(trial -> different ? trial.different() : trial.remarks())
        .collect(Collectors.joining());
  }
}
