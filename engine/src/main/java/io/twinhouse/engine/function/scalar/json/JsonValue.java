// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.scalar.json;

import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.text.TextInput;

/**
 * Takes the element under the cursor as a value of one type. Appends it and answers true, or
 * appends nothing and answers false; passes the element in both cases.
 */
@FunctionalInterface
interface JsonValue {

  boolean take(TextInput in, ColumnBuilder out);
}
