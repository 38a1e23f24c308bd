// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** A way to compress files. Immutable and thread-safe. */
public interface Compression {

  /** ClickHouse's name, for instance {@code gzip}; also an ending of file names. */
  String name();

  /** Other names and endings, for instance {@code gz}. */
  List<String> otherNames();

  /** The strongest level; the weakest is 1. */
  int strongest();

  /** Compresses; close it to write the last bytes. */
  OutputStream encode(OutputStream out, int level) throws IOException;

  /**
   * Decompresses; does not close {@code in}.
   *
   * @throws io.twinhouse.engine.error.TwinhouseException while reading, by ClickHouse's code of the
   *     codec, when the data are something else
   */
  InputStream decode(InputStream in);
}
