// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import java.io.IOException;

/** A file of the store that cannot be what was written: the name and what is wrong with it. */
public final class CorruptFileException extends IOException {

  private static final long serialVersionUID = 1L;

  public CorruptFileException(String file, String what) {
    super("File " + file + " is damaged: " + what);
  }
}
