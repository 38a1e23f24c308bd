// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.json.DynamicTexts;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.VariantType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Variant: for each row the place of its type among the members, then the values of each. */
final class NativeVariant extends NativeCodec {

  private final VariantType type;
  private final List<NativeCodec> codecs = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private int[] marks = new int[0];
  private List<Column> values = List.of();

  NativeVariant(VariantType type, Documents documents, long revision) {
    this.type = type;
    for (Type member : type.members()) {
      places.put(member.name(), codecs.size());
      codecs.add(NativeCodec.of(member, documents, revision));
    }
  }

  private void collect(BytesColumn column, int from, int to) {
    List<DynamicTexts> texts = new ArrayList<>();
    type.members().forEach(member -> texts.add(new DynamicTexts(member.name())));
    marks = new int[to - from];
    for (int row = from; row < to; row++) {
      int start = column.offsets()[row];
      int end = column.offsets()[row + 1];
      int place = VariantCodec.NULL;
      if (start < end) {
        place = places.getOrDefault(DynamicText.type(column.data(), start), VariantCodec.NULL);
        texts.get(place).add(column.data(), DynamicText.typeEnd(column.data(), start) + 1, end);
      }
      marks[row - from] = place;
    }
    values = texts.stream().map(DynamicTexts::build).toList();
  }

  @Override
  void writePrefix(Column column, int from, int to, BinaryWriter out) throws IOException {
    collect((BytesColumn) column.flatten(), from, to);
    out.writeFixed(0, 8); // the form of the places: one a row
    for (int m = 0; m < codecs.size(); m++) {
      codecs.get(m).writePrefix(values.get(m), 0, values.get(m).size(), out);
    }
  }

  @Override
  boolean isWhole() {
    return true;
  }

  @Override
  void write(Column column, int from, int to, BinaryWriter out) throws IOException {
    for (int mark : marks) {
      out.writeByte(mark);
    }
    for (int m = 0; m < codecs.size(); m++) {
      codecs.get(m).write(values.get(m), 0, values.get(m).size(), out);
    }
  }

  @Override
  void readPrefix(BinaryReader in) throws IOException {
    if (in.readFixed(8) != 0) {
      throw new TwinhouseException(
          ErrorCode.NOT_IMPLEMENTED,
          "Native data hold Variant values whose types are compact, which is not supported");
    }
    for (NativeCodec codec : codecs) {
      codec.readPrefix(in);
    }
  }

  @Override
  Column read(BinaryReader in, int rows) throws IOException {
    byte[] found = in.readBytes(rows);
    int[] counts = new int[codecs.size()];
    for (byte mark : found) {
      int place = mark & 0xff;
      if (place != VariantCodec.NULL) {
        if (place >= counts.length) {
          throw VariantCodec.noMember(place, type);
        }
        counts[place]++;
      }
    }
    List<Column> read = new ArrayList<>();
    List<DynamicText.Writer> writers = new ArrayList<>();
    for (int m = 0; m < counts.length; m++) {
      read.add(codecs.get(m).read(in, counts[m]));
      writers.add(new DynamicText.Writer(type.members().get(m)));
    }
    int[] next = new int[counts.length];
    TextOutput text = new TextOutput();
    BytesBuffer out = new BytesBuffer(rows);
    for (byte mark : found) {
      int place = mark & 0xff;
      text.reset();
      if (place != VariantCodec.NULL) {
        writers.get(place).write(read.get(place), next[place]++, text);
      }
      out.append(text.data(), 0, text.length());
    }
    return out.toColumn(null);
  }
}
