// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.storage.arrow.read;

import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.json.ObjectAssembler;
import io.twinhouse.engine.memory.Reservation;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.storage.arrow.format.PartStream;
import io.twinhouse.storage.arrow.format.StreamKey;
import io.twinhouse.storage.arrow.lane.BytesLane;
import io.twinhouse.storage.arrow.lane.IdLane;
import io.twinhouse.storage.arrow.lane.LaneBuffer;
import io.twinhouse.storage.arrow.part.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads a whole JSON column as text, put together from the streams of its paths. */
final class JsonTextReader implements GranuleReader {

  private final List<StreamReader> readers = new ArrayList<>();
  private final List<LaneBuffer> lanes = new ArrayList<>();
  private final ObjectAssembler assembler;

  JsonTextReader(
      Part part,
      List<PartStream> streams,
      JsonType type,
      StreamReaders opened,
      Reservation memory) {
    assembler = new ObjectAssembler(type);
    for (PartStream stream : streams) {
      StreamReader reader = opened.of(part, stream);
      StreamKey key = stream.key();
      assembler.add(key.path(), key.type(), !key.shape().isEmpty(), readers.size());
      readers.add(reader);
      lanes.add(reader.newLane(memory));
    }
    assembler.complete();
  }

  @Override
  public void at(int granule) {
    readers.forEach(reader -> reader.at(granule));
  }

  @Override
  public void read(int from, int count, LaneBuffer target) {
    for (int s = 0; s < readers.size(); s++) {
      lanes.get(s).clear();
      readers.get(s).read(from, count, lanes.get(s));
    }
    assemble(count, (BytesLane) target);
  }

  @Override
  public void read(int[] rows, int count, LaneBuffer target) {
    for (int s = 0; s < readers.size(); s++) {
      lanes.get(s).clear();
      readers.get(s).read(rows, count, lanes.get(s));
    }
    assemble(count, (BytesLane) target);
  }

  private void assemble(int count, BytesLane target) {
    Column[] columns = lanes.stream().map(LaneBuffer::view).toArray(Column[]::new);
    for (int row = 0; row < count; row++) {
      TextOutput text = assembler.write(columns, row);
      target.append(text.data(), 0, text.length());
    }
  }

  @Override
  public long bytes() {
    return readers.stream().mapToLong(StreamReader::bytes).sum();
  }

  @Override
  public LaneBuffer newLane(Reservation memory) {
    return new BytesLane(memory);
  }

  @Override
  public boolean fits(LaneBuffer lane) {
    return !(lane instanceof IdLane);
  }
}
