// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.parquet.write;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/**
 * What a leaf is in the schema, and how its values are written.
 *
 * @param element without its name and repetition
 */
record LeafElement(SchemaElement element, LeafEncoder encoder) {

  static LeafElement of(Type type, LeafEncoder encoder) {
    SchemaElement element = new SchemaElement();
    element.setType(type);
    return new LeafElement(element, encoder);
  }

  LeafElement width(int bytes) {
    element.setType_length(bytes);
    return this;
  }

  LeafElement logical(LogicalType type) {
    element.setLogicalType(type);
    return this;
  }

  LeafElement logical(LogicalType type, ConvertedType converted) {
    element.setConverted_type(converted);
    return logical(type);
  }

  LeafElement decimal(int precision, int scale) {
    element.setPrecision(precision);
    element.setScale(scale);
    return this;
  }
}
