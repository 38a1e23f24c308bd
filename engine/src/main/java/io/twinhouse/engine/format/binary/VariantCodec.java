// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.format.binary;

import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
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

/** Variant: the place of the value's type among the members, then the value. For one thread. */
final class VariantCodec extends BinaryCodec {

  static final int NULL = 255;

  private final VariantType type;
  private final List<Member> members = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final TextOutput text = new TextOutput();

  /** How values of one type travel. */
  private record Member(
      Type type, DynamicTexts texts, DynamicText.Writer writer, BinaryCodec codec) {}

  VariantCodec(VariantType type, Documents documents) {
    this.type = type;
    for (Type member : type.members()) {
      places.put(member.name(), members.size());
      members.add(
          new Member(
              member,
              new DynamicTexts(member.name()),
              new DynamicText.Writer(member),
              BinaryCodec.of(member, documents)));
    }
  }

  @Override
  void writeValue(Column column, int row, BinaryWriter out) throws IOException {
    BytesColumn bytes = (BytesColumn) column.flatten();
    int from = bytes.offsets()[row];
    int to = bytes.offsets()[row + 1];
    if (from == to) {
      out.writeByte(NULL);
      return;
    }
    int place = places.getOrDefault(DynamicText.type(bytes.data(), from), NULL);
    Member member = members.get(place);
    member.texts.add(bytes.data(), DynamicText.typeEnd(bytes.data(), from) + 1, to);
    out.writeByte(place);
    member.codec.write(member.texts.build(), 0, out);
  }

  @Override
  void read(BinaryReader in, ColumnBuilder into) throws IOException {
    int place = in.readByte();
    if (place == NULL) {
      into.appendDefault();
      return;
    }
    if (place >= members.size()) {
      throw noMember(place, type);
    }
    Member member = members.get(place);
    ColumnBuilder one = ColumnBuilder.of(member.type);
    member.codec.read(in, one);
    text.reset();
    member.writer.write(one.build(), 0, text);
    into.appendBytes(text.data(), 0, text.length());
  }

  static TwinhouseException noMember(int place, VariantType type) {
    return new TwinhouseException(
        ErrorCode.INCORRECT_DATA,
        "Binary data hold a value of member " + place + " of the type " + type.name());
  }
}
