// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.text;

import io.twinhouse.engine.error.ErrorCode;
import java.util.List;

/** Arrays, maps and tuples between brackets. */
final class ContainerReaders {

  private ContainerReaders() {}

  static CellReader array(CellReader element) {
    return (in, out) -> {
      if (!in.skip('[')) {
        return in.fail(
            ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT, "Array does not start with '[' character");
      }
      boolean first = true;
      in.skipBlanks();
      while (!in.skip(']')) {
        if (!first) {
          if (in.atEnd()) {
            return expect(in, ']');
          }
          if (!in.skip(',')) {
            return in.fail(
                ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
                "Cannot read array from text, expected comma or end of array, found '"
                    + (char) in.peek()
                    + "'");
          }
          in.skipBlanks();
          if (in.skip(']')) {
            break;
          }
        }
        if (!element.read(in, out.elements())) {
          return false;
        }
        in.skipBlanks();
        first = false;
      }
      out.endRow();
      return true;
    };
  }

  /** An array that is the rest of the text if it does not begin with a bracket. */
  static CellReader unenclosed(CellReader element) {
    CellReader enclosed = array(element);
    return (in, out) -> {
      if (in.peek() == '[') {
        return enclosed.read(in, out);
      }
      in.skipBlanks();
      if (in.atEnd()) {
        return in.fail(
            ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
            "Cannot read array from text, expected opening bracket '[' or array element");
      }
      do {
        in.skipBlanks();
        if (!element.read(in, out.elements())) {
          return false;
        }
        in.skipBlanks();
      } while (in.skip(','));
      if (!in.atEnd()) {
        return in.fail(
            ErrorCode.CANNOT_READ_ARRAY_FROM_TEXT,
            "Cannot read array from text, expected comma or end of array, found '"
                + (char) in.peek()
                + "'");
      }
      out.endRow();
      return true;
    };
  }

  static CellReader map(CellReader key, CellReader value) {
    return (in, out) -> {
      in.skipBlanks();
      if (!expect(in, '{')) {
        return false;
      }
      in.skipBlanks();
      boolean first = true;
      while (!in.skip('}')) {
        if (!first && !expect(in, ',')) {
          return false;
        }
        in.skipBlanks();
        if (!key.read(in, out.elements().element(0))) {
          return false;
        }
        in.skipBlanks();
        if (!expect(in, ':')) {
          return false;
        }
        in.skipBlanks();
        if (!value.read(in, out.elements().element(1))) {
          return false;
        }
        out.elements().endRow();
        in.skipBlanks();
        first = false;
        if (in.atEnd()) {
          return expect(in, '}');
        }
      }
      out.endRow();
      return true;
    };
  }

  static CellReader tuple(List<CellReader> elements) {
    return (in, out) -> {
      in.skipBlanks();
      if (!expect(in, '(')) {
        return false;
      }
      for (int i = 0; i < elements.size(); i++) {
        in.skipBlanks();
        if (i > 0 && !expect(in, ',')) {
          return false;
        }
        in.skipBlanks();
        if (!elements.get(i).read(in, out.element(i))) {
          return false;
        }
      }
      in.skipBlanks();
      if (elements.size() == 1) {
        in.skip(',');
        in.skipBlanks();
      }
      if (!expect(in, ')')) {
        return false;
      }
      out.endRow();
      return true;
    };
  }

  static boolean expect(TextInput in, char wanted) {
    if (in.skip(wanted)) {
      return true;
    }
    String found =
        in.atEnd() ? " at end of stream" : " before: '" + in.text(in.position(), in.end()) + "'";
    return in.fail(
        ErrorCode.CANNOT_PARSE_INPUT_ASSERTION_FAILED,
        "Cannot parse input: expected '" + wanted + "'" + found);
  }
}
