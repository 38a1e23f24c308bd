// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.catalog;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.spi.Storage;
import io.twinhouse.engine.spi.Table;
import io.twinhouse.engine.spi.TableName;
import java.util.List;
import java.util.Set;

/** SYSTEM commands that ask for nothing which has to be done here. */
public final class ServerCommands {

  /** What is stopped or started does not go on here. */
  private static final Set<String> PAUSES =
      Set.of(
          "START TTL MERGES",
          "STOP MOVES",
          "START MOVES",
          "STOP FETCHES",
          "START FETCHES",
          "STOP REPLICATED SENDS",
          "START REPLICATED SENDS",
          "STOP REPLICATION QUEUES",
          "START REPLICATION QUEUES",
          "STOP DISTRIBUTED SENDS",
          "START DISTRIBUTED SENDS",
          "STOP PULLING REPLICATION LOG",
          "START PULLING REPLICATION LOG",
          "STOP CLEANUP",
          "START CLEANUP");

  /** About tables that keep parts; those without a table are about all. */
  private static final Set<String> OF_PARTS =
      Set.of("WAIT LOADING PARTS", "LOAD PRIMARY KEY", "UNLOAD PRIMARY KEY", "PREWARM MARK CACHE");

  private static final Set<String> OF_REPLICAS =
      Set.of("SYNC REPLICA", "RESTART REPLICA", "RESTORE REPLICA");

  private static final Set<String> IDLE =
      Set.of(
          "SYNC FILE CACHE",
          "SYNC FILESYSTEM CACHE",
          "RELOAD USERS",
          "RELOAD FUNCTIONS",
          "RELOAD EMBEDDED DICTIONARIES",
          "RELOAD ASYNCHRONOUS METRICS");

  private static final Set<String> LOGS = Set.of("query_log", "part_log");

  private final Storage storage;

  public ServerCommands(Storage storage) {
    this.storage = storage;
  }

  /**
   * Whether a command is one of these; what it names is looked for first, as the server does.
   *
   * @param targets what it is about, in the current database where no other is named
   * @throws TwinhouseException UNKNOWN_TABLE, UNKNOWN_DATABASE, BAD_ARGUMENTS
   */
  public boolean asksNothing(String command, List<TableName> targets) {
    if (command.equals("FLUSH LOGS")) {
      targets.forEach(ServerCommands::requireLog);
      return true;
    }
    if (command.startsWith("CLEAR ")) {
      if (command.equals("CLEAR FILESYSTEM CACHE") && !targets.isEmpty()) {
        throw bad("There is no cache by name: " + targets.get(0).table());
      }
      return true;
    }
    if (PAUSES.contains(command)) {
      targets.forEach(this::requireDatabase);
      return true;
    }
    if (OF_PARTS.contains(command)) {
      targets.forEach(name -> requireParts(command, name));
      return true;
    }
    if (OF_REPLICAS.contains(command)) {
      requireTable(targets.get(0));
      throw bad("Table " + targets.get(0) + " is not replicated");
    }
    if (command.equals("SYNC DATABASE REPLICA")) {
      requireDatabase(new TableName(targets.get(0).table(), ""));
      throw bad(
          "SYSTEM SYNC DATABASE REPLICA query is intended to work only with Replicated engine");
    }
    if (command.equals("PREWARM PRIMARY INDEX CACHE")) {
      requireTable(targets.get(0));
      throw bad(
          "Primary index cache is not configured or is not enabled for table " + targets.get(0));
    }
    return IDLE.contains(command);
  }

  private static void requireLog(TableName name) {
    if (!LOGS.contains(name.table())) {
      throw bad("Log name '" + name.table() + "' does not exist");
    }
  }

  private void requireDatabase(TableName name) {
    if (!storage.databases().contains(name.database())
        && !SystemCatalog.isOwn(name.database())
        && !name.database().equals(Storage.TEMPORARY)) {
      throw new TwinhouseException(
          ErrorCode.UNKNOWN_DATABASE, "Database " + name.database() + " does not exist.");
    }
  }

  /** The engine of a table. */
  private String requireTable(TableName name) {
    requireDatabase(name);
    if (SystemCatalog.columns(name) != null) {
      return "System";
    }
    if (!SystemCatalog.isOwn(name.database())) {
      if (storage.view(name).isPresent()) {
        return "View";
      }
      Table table = storage.table(name).orElse(null);
      if (table != null) {
        return table.definition().engine();
      }
    }
    throw new TwinhouseException(ErrorCode.UNKNOWN_TABLE, "Table " + name + " does not exist.");
  }

  private void requireParts(String command, TableName name) {
    String engine = requireTable(name);
    if (!engine.endsWith("MergeTree")) {
      throw bad(
          "Command " + command + " is supported only for MergeTree tables, but got: " + engine);
    }
  }

  private static TwinhouseException bad(String message) {
    return new TwinhouseException(ErrorCode.BAD_ARGUMENTS, message + ".");
  }
}
