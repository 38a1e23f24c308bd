// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.Formats;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server reads from the names of files. */
public final class FileNames {

  /** Endings that are not the name of a format that we have. */
  private static final Map<String, String> FORMATS =
      Map.ofEntries(
          Map.entry("jsonl", "JSONEachRow"),
          Map.entry("ndjson", "JSONEachRow"),
          Map.entry("jsonlines", "JSONEachRow"),
          Map.entry("md", "Markdown"),
          Map.entry("bin", "RowBinary"),
          Map.entry("messagepack", "MsgPack"),
          Map.entry("msgpack", "MsgPack"),
          Map.entry("pb", "ProtobufSingle"),
          Map.entry("protobuf", "ProtobufSingle"),
          Map.entry("parquet", "Parquet"),
          Map.entry("orc", "ORC"),
          Map.entry("avro", "Avro"),
          Map.entry("bson", "BSONEachRow"),
          Map.entry("npy", "Npy"),
          Map.entry("geojson", "GeoJSON"),
          Map.entry("template", "Template"));

  private FileNames() {}

  /** The format of a file, {@code CSV} of {@code visits.csv.gz}; null if its name does not say. */
  public static @Nullable String format(String path) {
    String ending = Compressions.ending(Compressions.withoutEnding(path));
    String known = FORMATS.get(ending);
    return known != null
        ? known
        : Formats.names().stream().filter(ending::equalsIgnoreCase).findFirst().orElse(null);
  }

  /**
   * The format that rows are read in.
   *
   * @throws TwinhouseException BAD_ARGUMENTS if the name does not say
   */
  public static String requireFormat(String path) {
    String format = format(path);
    if (format == null) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "Cannot determine the format of the file " + path + " by it's extension.");
    }
    return format;
  }
}
