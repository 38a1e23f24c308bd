// SPDX-License-Identifier: Apache-2.0
/**
 * The line to a ClickHouse server, reduced to what the house needs: send a statement and read the
 * stream it answers with, send a statement whose answer does not matter, send data. {@link
 * io.twinhouse.storage.clickhouse.client.ClickHouseGateway} is that line; its implementation is the
 * only code of Twinhouse that knows clickhouse-java. Every failure leaves here as a {@code
 * TwinhouseException}: the server's own number and text, or a network code. Nothing is ever sent
 * twice: the driver's retries would run a query again that has just run out of memory.
 */
@NullMarked
package io.twinhouse.storage.clickhouse.client;

import org.jspecify.annotations.NullMarked;
