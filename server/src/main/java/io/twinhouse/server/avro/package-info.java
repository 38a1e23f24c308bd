// SPDX-License-Identifier: Apache-2.0
/**
 * The format Avro: object container files. {@code ContainerInput} and {@code ContainerOutput} know
 * the header and the blocks, {@code BlockCodec} how those are packed; {@code SchemaParser} reads
 * the schema that a file begins with, {@code FieldReaders} puts what stands behind it into columns;
 * {@code FieldWriters} says what schema a type has and how its values are written.
 */
@NullMarked
package io.twinhouse.server.avro;

import org.jspecify.annotations.NullMarked;
