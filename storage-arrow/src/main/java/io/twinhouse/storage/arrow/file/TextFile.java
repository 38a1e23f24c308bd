// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Small files of records that a person can read: definitions and manifests. One record a line, its
 * fields apart by tabs (tab, line feed, carriage return and backslash escaped). The first line is
 * {@code twinhouse <kind> <version>}, the last {@code checksum <CRC-32C of all before it, hex>}. A
 * file is replaced as a whole: written beside, synced, renamed over the old one, directory synced.
 */
public final class TextFile {

  private TextFile() {}

  /**
   * Replaces {@code name} in one durable step.
   *
   * @param kind what the file is, checked when it is read
   */
  public static void write(
      Directory directory, String name, String kind, int version, List<List<String>> records)
      throws IOException {
    StringBuilder text = new StringBuilder("twinhouse " + kind + " " + version + "\n");
    for (List<String> fields : records) {
      for (int i = 0; i < fields.size(); i++) {
        text.append(i == 0 ? "" : "\t").append(escape(fields.get(i)));
      }
      text.append('\n');
    }
    byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end =
        ("checksum " + checksum(body, body.length) + "\n").getBytes(StandardCharsets.UTF_8);
    String beside = name + ".new";
    try (FileOutput output = directory.create(beside, body.length + end.length)) {
      output.write(body, 0, body.length);
      output.write(end, 0, end.length);
      output.sync();
    }
    directory.rename(beside, name);
    directory.sync();
  }

  /**
   * The records of a file.
   *
   * @param newestVersion the newest version of {@code kind} that the caller understands
   * @throws CorruptFileException if the file is not whole, of another kind or too new
   */
  public static List<List<String>> read(
      Directory directory, String name, String kind, int newestVersion) throws IOException {
    byte[] bytes;
    try (FileView view = directory.open(name)) {
      bytes = view.bytes(0, Math.toIntExact(view.size()));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    int lastLine = text.lastIndexOf("\nchecksum ");
    if (lastLine < 0) {
      throw new CorruptFileException(name, "it has no checksum line");
    }
    int bodyLength = text.substring(0, lastLine + 1).getBytes(StandardCharsets.UTF_8).length;
    String expected = "checksum " + checksum(bytes, bodyLength) + "\n";
    if (!text.substring(lastLine + 1).equals(expected)) {
      throw new CorruptFileException(name, "its checksum does not match");
    }
    String[] lines = text.substring(0, lastLine).split("\n", -1);
    requireHeader(name, lines[0], kind, newestVersion);
    List<List<String>> records = new ArrayList<>(lines.length - 1);
    for (int i = 1; i < lines.length; i++) {
      List<String> fields = new ArrayList<>();
      for (String field : lines[i].split("\t", -1)) {
        fields.add(unescape(field));
      }
      records.add(fields);
    }
    return records;
  }

  private static void requireHeader(String name, String header, String kind, int newestVersion)
      throws CorruptFileException {
    String start = "twinhouse " + kind + " ";
    if (!header.startsWith(start)) {
      throw new CorruptFileException(name, "it does not begin with '" + start.trim() + "'");
    }
    String version = header.substring(start.length());
    if (!version.matches("[0-9]{1,9}") || Integer.parseInt(version) > newestVersion) {
      throw new CorruptFileException(
          name,
          "its version " + version + " is newer than " + newestVersion + "; upgrade Twinhouse");
    }
  }

  private static String checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  private static String escape(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescape(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder text = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        char escaped = field.charAt(++i);
        text.append(
            switch (escaped) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> escaped;
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
