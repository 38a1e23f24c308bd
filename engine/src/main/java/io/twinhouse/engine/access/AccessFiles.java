// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.access;

import io.twinhouse.engine.access.AccessChange.Define;
import io.twinhouse.engine.access.AccessChange.DefinePolicy;
import io.twinhouse.engine.access.AccessChange.DefineProfile;
import io.twinhouse.engine.access.AccessChange.DefineQuota;
import io.twinhouse.engine.access.AccessChange.DefineRole;
import io.twinhouse.engine.access.AccessChange.DefineUser;
import io.twinhouse.engine.access.AccessChange.Definition;
import io.twinhouse.engine.access.AccessChange.Mode;
import io.twinhouse.engine.access.AccessEntity.Grantee;
import io.twinhouse.engine.access.AccessEntity.Origin;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps entities in a directory, one file each, named by its id: the statements that make it again,
 * one a line, as a server keeps them. A file is replaced in one step, so that a crash leaves the
 * entity as before or as after. Not thread-safe.
 */
public final class AccessFiles {

  private static final String SUFFIX = ".sql";

  private final Path directory;
  private final Function<String, AccessChange> parser;

  /**
   * @param directory made with the first entity
   * @param parser understands a statement about access
   */
  public AccessFiles(Path directory, Function<String, AccessChange> parser) {
    this.directory = directory;
    this.parser = parser;
  }

  /** All that is kept. */
  Entities read() {
    if (!Files.isDirectory(directory)) {
      return Entities.NONE;
    }
    Map<UUID, List<AccessChange>> kept = new TreeMap<>();
    try (Stream<Path> listing = Files.list(directory)) {
      for (Path file : listing.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        String name = String.valueOf(file.getFileName());
        UUID id = UUID.fromString(name.substring(0, name.length() - SUFFIX.length()));
        kept.put(
            id, Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(parser).toList());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw failure("read", e);
    }
    return restored(kept);
  }

  /** First the names, since definitions name each other; then definitions, then grants. */
  private static Entities restored(Map<UUID, List<AccessChange>> kept) {
    Entities all = Entities.NONE;
    for (Map.Entry<UUID, List<AccessChange>> entry : kept.entrySet()) {
      Definition named = nameOnly(((Define) entry.getValue().get(0)).definitions().get(0));
      all = AccessUpdate.restore(all, new Define(Mode.CREATE, List.of(named)), entry.getKey());
    }
    for (List<AccessChange> changes : kept.values()) {
      List<Definition> definitions = ((Define) changes.get(0)).definitions();
      all = AccessUpdate.apply(all, new Define(Mode.ALTER, definitions), "");
    }
    for (List<AccessChange> changes : kept.values()) {
      for (AccessChange grant : changes.subList(1, changes.size())) {
        all = AccessUpdate.apply(all, grant, "");
      }
    }
    return all;
  }

  private static Definition nameOnly(Definition definition) {
    if (definition instanceof DefineUser user) {
      return new DefineUser(user.name(), null, null, null, null, null);
    }
    if (definition instanceof DefineRole role) {
      return new DefineRole(role.name(), null, null);
    }
    if (definition instanceof DefineProfile profile) {
      return new DefineProfile(profile.name(), null, null, null);
    }
    if (definition instanceof DefineQuota quota) {
      return new DefineQuota(quota.name(), null, null, List.of(), null);
    }
    DefinePolicy policy = (DefinePolicy) definition;
    return new DefinePolicy(
        policy.shortName(), policy.database(), policy.table(), null, null, null, null);
  }

  /** Keeps what differs between {@code before} and {@code after}. */
  void write(Entities before, Entities after) {
    try {
      for (AccessEntity entity : after.all()) {
        boolean changed =
            !entity.equals(before.find(entity.id())) || refersAnew(entity, before, after);
        if (changed && entity.origin() == Origin.STATEMENTS) {
          write(file(entity), text(entity, after));
        }
      }
      for (AccessEntity entity : before.all()) {
        if (after.find(entity.id()) == null && entity.origin() == Origin.STATEMENTS) {
          Files.deleteIfExists(file(entity));
        }
      }
    } catch (IOException e) {
      throw failure("written", e);
    }
  }

  /** Names stand in files, so that a new name of one is a new text of others. */
  private static boolean refersAnew(AccessEntity entity, Entities before, Entities after) {
    return !text(entity, before).equals(text(entity, after));
  }

  private static String text(AccessEntity entity, Entities among) {
    Definitions definitions = new Definitions(among);
    List<String> lines = new ArrayList<>();
    lines.add(definitions.create(entity, true));
    if (entity instanceof Grantee grantee) {
      lines.addAll(definitions.grants(grantee));
    }
    return String.join("\n", lines) + "\n";
  }

  private Path file(AccessEntity entity) {
    return directory.resolve(entity.id() + SUFFIX);
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(directory);
    Path fresh = directory.resolve(file.getFileName() + ".tmp");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, privately(directory));
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    force(fresh, StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    force(directory, StandardOpenOption.READ);
  }

  /** Passwords are nobody else's to read, where a file system knows of owners. */
  private static FileAttribute<?>[] privately(Path directory) throws IOException {
    boolean owned = Files.getFileStore(directory).supportsFileAttributeView("posix");
    return owned
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private TwinhouseException failure(String what, Exception e) {
    return new TwinhouseException(
        ErrorCode.CANNOT_OPEN_FILE,
        "Users and rights in " + directory + " cannot be " + what + ": " + e.getMessage(),
        e);
  }
}
