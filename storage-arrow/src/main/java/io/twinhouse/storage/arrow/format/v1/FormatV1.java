// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.format.v1;

import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.storage.arrow.file.Directory;
import io.twinhouse.storage.arrow.file.FileOutput;
import io.twinhouse.storage.arrow.file.FileView;
import io.twinhouse.storage.arrow.format.PageBuffers;
import io.twinhouse.storage.arrow.format.PageCursor;
import io.twinhouse.storage.arrow.format.PartAppender;
import io.twinhouse.storage.arrow.format.PartDescription;
import io.twinhouse.storage.arrow.format.PartFormat;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.format.TwoThreads;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;

/** Version 1 in all its revisions; the package says what its bytes are. */
public final class FormatV1 implements PartFormat {

  private final TwoThreads threads;

  /** For one thread. */
  public FormatV1() {
    this.threads = TwoThreads.ONE;
  }

  /**
   * @param helpers threads that may encode some of a part while the caller encodes the rest
   */
  public FormatV1(Executor helpers) {
    this.threads = new TwoThreads(helpers);
  }

  @Override
  public TwoThreads threads() {
    return threads;
  }

  @Override
  public PartDescription write(
      Directory directory, String file, PartContent content, Reservation memory)
      throws IOException {
    return new PartFileWriter(content, directory.isDurable(), threads, memory)
        .write(directory, file);
  }

  @Override
  public PartAppender begin(
      Directory directory,
      String file,
      String partition,
      List<StreamKey> streams,
      long expectedBytes,
      Reservation memory)
      throws IOException {
    BytesPacker packer = directory.isDurable() ? new BytesPacker(memory) : null;
    FileOutput output = directory.create(file, expectedBytes);
    try {
      return new PartFileAppender(output, partition, streams, packer, memory);
    } catch (IOException | RuntimeException e) {
      output.close();
      throw e;
    }
  }

  @Override
  public PartDescription read(String file, FileView view) throws IOException {
    return new PartFileReader(file, view).read();
  }

  @Override
  public PageCursor cursor(StreamKey stream, boolean dictionary, PageBuffers buffers) {
    return new Cursors(stream, buffers).of(stream.type(), dictionary);
  }
}
