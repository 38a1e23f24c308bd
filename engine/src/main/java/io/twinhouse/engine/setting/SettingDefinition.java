// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.setting;

/**
 * One of ClickHouse's settings.
 *
 * @param type ClickHouse's name of the value's type, for instance {@code UInt64}
 * @param defaultValue as text
 * @param aliasFor the setting this is another name of, or empty
 * @param refused whether it changes answers in a way that the embedded engine does not know, so
 *     that only the default is accepted
 */
public record SettingDefinition(
    String name, String type, String defaultValue, String aliasFor, boolean refused) {}
