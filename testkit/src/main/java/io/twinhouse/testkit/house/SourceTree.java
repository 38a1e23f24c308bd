// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The text files of the repository and what the Java ones declare. Immutable once made; parsing
 * takes place when it is made.
 */
public final class SourceTree {
  private static final Set<String> SKIPPED_FOLDERS =
      Set.of("target", ".git", ".idea", ".vscode", "node_modules");
  private static final Set<String> TEXT_ENDINGS =
      Set.of(
          "java", "xml", "md", "sh", "properties", "config", "yml", "json", "sql", "txt", "html");
  private static final Set<String> TEXT_NAMES = Set.of("run", "twinhouse", "NOTICE");

  private final List<SourceFile> files;
  private final List<JavaType> types;
  private final List<JavaMethod> methods;

  private SourceTree(List<SourceFile> files) {
    this.files = List.copyOf(files);
    JavaReader reader = JavaReader.read(files.stream().filter(SourceFile::isJava).toList());
    this.types = reader.types();
    this.methods = reader.methods();
  }

  /** A tree of these files alone. */
  public static SourceTree of(List<SourceFile> files) {
    return new SourceTree(files);
  }

  /**
   * The repository that the working directory lies in: the outermost folder with a Maven project.
   */
  public static SourceTree ofRepository() throws IOException {
    return read(root());
  }

  /** All text files under a folder, in the order of their paths; build results are passed over. */
  public static SourceTree read(Path root) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED_FOLDERS.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && isText(String.valueOf(file.getFileName()))) {
              String path = root.relativize(file).toString().replace('\\', '/');
              files.add(new SourceFile(path, Files.readString(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.comparing(SourceFile::path));
    return new SourceTree(files);
  }

  /** Every text file. */
  public List<SourceFile> files() {
    return files;
  }

  /** The types that the Java files declare, nested ones included. */
  List<JavaType> types() {
    return types;
  }

  /** The methods and constructors that the Java files declare, wherever they stand. */
  List<JavaMethod> methods() {
    return methods;
  }

  private static boolean isText(String name) {
    return TEXT_NAMES.contains(name)
        || TEXT_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static Path root() throws IOException {
    Path found = null;
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isRegularFile(at.resolve("pom.xml"))) {
        found = at;
      }
    }
    if (found == null) {
      throw new IOException("no pom.xml above " + Path.of("").toAbsolutePath());
    }
    return found;
  }
}
