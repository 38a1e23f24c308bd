// SPDX-License-Identifier: Apache-2.0
/**
 * The line to a ClickHouse server, reduced to what the house needs: send a statement and read the
 * stream it answers with, send a statement whose answer does not matter, send data. {@link
 * io.twinhouse.storage.clickhouse.client.ClickHouseGateway} is that line; its implementation is the
 * only code of Twinhouse that knows clickhouse-java. Every failure leaves here as a {@code
 * TwinhouseException}: the server's own number and text, or a network code. A statement is sent
 * again only when the line broke and it can do no harm, never after an error that the server
 * answered: the driver's own retries would run a query again that has just run out of memory.
 */
@NullMarked
package io.twinhouse.storage.clickhouse.client;

import org.jspecify.annotations.NullMarked;
