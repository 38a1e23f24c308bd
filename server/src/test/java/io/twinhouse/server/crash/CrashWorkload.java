// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.crash;

import io.twinhouse.engine.api.Twinhouse;
import io.twinhouse.testkit.RandomSource;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/**
 * The process that is killed. Says on stdout what it is about to do and what it has done, each line
 * before it goes on.
 */
final class CrashWorkload {

  private CrashWorkload() {}

  /** Arguments: the store's directory, a seed, the number of the first insert. */
  public static void main(String[] arguments) {
    RandomSource random = RandomSource.of(Long.parseLong(arguments[1]));
    long next = Long.parseLong(arguments[2]);
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out));
    try (Twinhouse engine = Twinhouse.open("arrow:" + arguments[0])) {
      engine.execute(CrashStep.WARM_UP);
      out.println("ready");
      out.flush();
      // with nobody to hear it there is nothing left to do
      while (next < Long.MAX_VALUE && !out.checkError()) {
        CrashStep step = CrashStep.any(random, next);
        out.println(step.line());
        out.flush();
        engine.execute(step.sql());
        out.println("did");
        out.flush();
        next += step.isInsert() ? 1 : 0;
      }
    }
  }
}
