// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

/** How the endpoint names itself. */
public final class ServerVersion {

  /** The version whose answers Twinhouse gives, which clients decide features by. */
  public static final String TEXT = "26.7.2.1";

  /** So that nobody takes it for the real server. */
  public static final String DISPLAY_NAME = "Twinhouse";

  private ServerVersion() {}
}
