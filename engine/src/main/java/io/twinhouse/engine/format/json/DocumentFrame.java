// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.json;

import io.twinhouse.engine.column.Schema;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.format.FormatSettings;
import io.twinhouse.engine.format.text.HeaderTypes;
import io.twinhouse.engine.format.text.RecordFeed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands before and behind the rows of the formats JSON and JSONCompact. */
final class DocumentFrame {

  private final FeedScanner scanner;
  private final List<String> names = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  private DocumentFrame(FeedScanner scanner) {
    this.scanner = scanner;
  }

  /**
   * Passes a document's names and types up to its first row; null, with nothing taken, where there
   * is no such document.
   */
  static @Nullable DocumentFrame open(RecordFeed in) throws IOException {
    return open(in, true);
  }

  /** The same up to what the data begin with. */
  static @Nullable DocumentFrame openColumns(RecordFeed in) throws IOException {
    return open(in, false);
  }

  private static @Nullable DocumentFrame open(RecordFeed in, boolean rows) throws IOException {
    FeedScanner scanner = new FeedScanner(in);
    DocumentFrame frame = new DocumentFrame(scanner);
    if (!frame.readHead() || (rows && !scanner.skip('['))) {
      scanner.forget();
      return null;
    }
    scanner.take();
    return frame;
  }

  private boolean readHead() throws IOException {
    if (!scanner.skip('{') || !"meta".equals(scanner.string()) || !scanner.skip(':')) {
      return false;
    }
    if (!scanner.skip('[')) {
      return false;
    }
    do {
      if (!readColumn()) {
        return false;
      }
    } while (scanner.skip(','));
    if (!scanner.skip(']') || !scanner.skip(',')) {
      return false;
    }
    if (!"data".equals(scanner.string())) {
      throw noString();
    }
    return scanner.skip(':');
  }

  private boolean readColumn() throws IOException {
    String name = null;
    String type = null;
    if (!scanner.skip('{')) {
      return false;
    }
    do {
      String key = scanner.string();
      String value = key == null || !scanner.skip(':') ? null : scanner.string();
      if (key == null || value == null) {
        return false;
      }
      if (key.equals("name")) {
        name = value;
      } else if (key.equals("type")) {
        type = value;
      } else {
        return false;
      }
    } while (scanner.skip(','));
    if (name == null || type == null || !scanner.skip('}')) {
      return false;
    }
    names.add(name);
    types.add(type);
    return true;
  }

  /** Names of the document's columns. */
  List<String> names() {
    return names;
  }

  /** Minds that the types are those of the columns, unless the settings say otherwise. */
  void check(Schema columns, FormatSettings settings) {
    if (!settings.flag("input_format_json_validate_types_from_metadata", true)) {
      return;
    }
    for (int i = 0; i < names.size(); i++) {
      int index = columns.indexOf(names.get(i));
      if (index >= 0) {
        HeaderTypes.check(columns.field(index), types.get(i));
      }
    }
  }

  /**
   * Passes what stands behind the rows: figures, totals and the end of the document. What follows
   * that is not looked at.
   */
  void close() throws IOException {
    scanner.require(']');
    while (scanner.skip(',')) {
      if (scanner.string() == null) {
        throw noString();
      }
      scanner.require(':');
      scanner.value();
    }
    scanner.require('}');
    scanner.take();
  }

  static TwinhouseException noString() {
    return new TwinhouseException(
        ErrorCode.CANNOT_PARSE_QUOTED_STRING, "Cannot parse JSON string: expected opening quote");
  }
}
