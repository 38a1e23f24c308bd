// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.api;

import io.twinhouse.engine.access.AccountRules;
import io.twinhouse.engine.access.Credential;
import io.twinhouse.engine.api.measure.EngineLimits;
import io.twinhouse.engine.file.FileAccess;
import io.twinhouse.engine.spill.SpillDirectory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of an engine. Not thread-safe. */
public final class TwinhouseBuilder {

  private final String url;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private long memoryLimitBytes = Runtime.getRuntime().maxMemory() / 10 * 8;
  private @Nullable SpillDirectory temporaryData;
  private boolean accessManagement;
  private FileAccess files = FileAccess.NONE;
  private int threads = Math.min(4, Runtime.getRuntime().availableProcessors());

  TwinhouseBuilder(String url) {
    this.url = url;
  }

  /** An option of the house. */
  public TwinhouseBuilder option(String name, String value) {
    options.put(name, value);
    return this;
  }

  /** A default for every query's setting. */
  public TwinhouseBuilder setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** The clock behind now(); freeze it to make tests repeatable. */
  public TwinhouseBuilder clock(Clock wanted) {
    clock = wanted;
    return this;
  }

  /** The most bytes that all queries and the house together may hold; 80 % of the heap if unset. */
  public TwinhouseBuilder memoryLimit(long bytes) {
    memoryLimitBytes = bytes;
    return this;
  }

  /** Worker threads; also the default of max_threads. */
  public TwinhouseBuilder threads(int count) {
    threads = count;
    return this;
  }

  /**
   * Where state that outgrows memory goes; a directory below the system's one for temporary files
   * if unset. Several engines may share it.
   */
  public TwinhouseBuilder temporaryDirectory(Path directory) {
    return temporaryData(SpillDirectory.below(directory));
  }

  /** Where state that outgrows memory goes; closed with the engine. */
  public TwinhouseBuilder temporaryData(SpillDirectory directory) {
    temporaryData = directory;
    return this;
  }

  /**
   * The files that statements may read and write, by the table function file, INTO OUTFILE and FROM
   * INFILE; none if unset.
   */
  public TwinhouseBuilder files(FileAccess allowed) {
    files = allowed;
    return this;
  }

  /**
   * Lets the user {@code default} manage users, roles and rights by statements, which a server
   * allows by access_management in its users.xml only.
   */
  public TwinhouseBuilder accessManagement(boolean allowed) {
    accessManagement = allowed;
    return this;
  }

  /**
   * Opens the engine.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException when there is no such house
   */
  public Twinhouse open() {
    Twinhouse engine = EmbeddedTwinhouse.open(url, options, settings, clock, limits());
    if (accessManagement) {
      engine
          .access()
          .load(
              AccountRules.ofOrdinary("default", Credential.plaintext(""))
                  .withAdministration(AccountRules.Administration.ALL));
    }
    return engine;
  }

  /**
   * Reads all that the house keeps, files and checksums, and says what is wrong, one line each. The
   * house must not be open.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException when there is no such house, or somebody
   *     has it open
   */
  public List<String> check() {
    return EmbeddedTwinhouse.check(url, options, clock, limits());
  }

  private EngineLimits limits() {
    SpillDirectory spill = temporaryData;
    if (spill == null) {
      spill = SpillDirectory.below(Path.of(System.getProperty("java.io.tmpdir"), "twinhouse"));
    }
    return new EngineLimits(memoryLimitBytes, threads, spill, files);
  }
}
