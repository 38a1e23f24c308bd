// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.ast;

/** A query that gives rows: one SELECT, or several put together. */
public sealed interface Query extends Node permits Select, SetOperation {}
