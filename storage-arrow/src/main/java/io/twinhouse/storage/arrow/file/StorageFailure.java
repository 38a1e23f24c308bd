// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.file;

import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;

/** Failures of files as the store's users see them. */
public final class StorageFailure {

  private StorageFailure() {}

  /** A failure while {@code what} was written; nothing of it is visible. */
  public static TwinhouseException writing(String what, IOException cause) {
    return of(ErrorCode.CANNOT_WRITE_TO_FILE_DESCRIPTOR, "Cannot write " + what, cause);
  }

  /** A failure while {@code what} was read. */
  public static TwinhouseException reading(String what, IOException cause) {
    return of(ErrorCode.CANNOT_READ_ALL_DATA, "Cannot read " + what, cause);
  }

  private static TwinhouseException of(ErrorCode code, String what, IOException cause) {
    if (cause instanceof CorruptFileException) {
      return new TwinhouseException(
          ErrorCode.CORRUPTED_DATA, what + ": " + cause.getMessage(), cause);
    }
    String detail = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new TwinhouseException(code, what + ": " + detail, cause);
  }
}
