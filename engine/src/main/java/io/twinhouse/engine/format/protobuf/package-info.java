// SPDX-License-Identifier: Apache-2.0

/**
 * Protobuf, ProtobufSingle and ProtobufList: rows as messages of a schema that is given as text in
 * the settings of the query.
 */
@NullMarked
package io.twinhouse.engine.format.protobuf;

import org.jspecify.annotations.NullMarked;
