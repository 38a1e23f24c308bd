// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.server.http;

import io.twinhouse.engine.access.AccountRules;
import io.twinhouse.engine.access.AccountRules.Administration;
import io.twinhouse.engine.access.Credential;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Reads users and settings profiles from a ClickHouse users file ({@code users.xml}). What it asks
 * for and Twinhouse does not do, such as quotas, grants and row filters, is refused by name.
 */
public final class UsersFile {

  private static final List<String> OPEN_NETWORKS = List.of("::/0", "0.0.0.0/0");

  private final Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
  private final Path file;

  private UsersFile(Path file) {
    this.file = file;
  }

  /**
   * The accounts by name.
   *
   * @throws TwinhouseException FILE_DOESNT_EXIST, BAD_ARGUMENTS, NOT_IMPLEMENTED
   */
  public static Map<String, AccountRules> read(Path file) {
    return new UsersFile(file).accounts();
  }

  private Map<String, AccountRules> accounts() {
    Element root = parse().getDocumentElement();
    for (Element profile : children(child(root, "profiles"))) {
      profiles.put(profile.getTagName(), settings(profile));
    }
    for (Element quota : children(child(root, "quotas"))) {
      checkQuota(quota);
    }
    Map<String, AccountRules> accounts = new LinkedHashMap<>();
    for (Element user : children(child(root, "users"))) {
      accounts.put(user.getTagName(), account(user));
    }
    if (accounts.isEmpty()) {
      throw bad("there is no user in it");
    }
    return accounts;
  }

  private AccountRules account(Element user) {
    Credential credential = null;
    boolean access = false;
    boolean collections = false;
    String profile = "default";
    for (Element part : children(user)) {
      String text = part.getTextContent().strip();
      switch (part.getTagName()) {
        case "password" -> credential = Credential.plaintext(text);
        case "password_sha256_hex" -> credential = Credential.sha256Hash(text, "");
        case "no_password" -> credential = Credential.NONE;
        case "profile" -> profile = text;
        case "networks" -> checkNetworks(part, user.getTagName());
        case "quota" -> {
          // the quotas themselves have been checked to limit nothing
        }
        case "access_management" -> access = isOn(text);
        case "named_collection_control" -> collections = isOn(text);
        default -> throw refused(part.getTagName() + " of user " + user.getTagName());
      }
    }
    if (credential == null) {
      throw bad("user " + user.getTagName() + " has neither a password nor no_password");
    }
    Map<String, String> settings = profiles.get(profile);
    if (settings == null && !profile.equals("default")) {
      throw bad("there is no profile " + profile + " for user " + user.getTagName());
    }
    Administration administration =
        access && collections
            ? Administration.ALL
            : access ? Administration.ACCESS : Administration.NONE;
    return AccountRules.ofOrdinary(user.getTagName(), credential)
        .withAdministration(administration)
        .withSettings(settings == null ? Map.of() : settings);
  }

  private Map<String, String> settings(Element profile) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Element setting : children(profile)) {
      String name = setting.getTagName();
      String value = setting.getTextContent().strip();
      if (name.equals("constraints")) {
        throw refused("constraints of profile " + profile.getTagName());
      }
      if (name.equals("profile")) {
        Map<String, String> parent = profiles.get(value);
        if (parent == null) {
          throw bad("profile " + profile.getTagName() + " stands before its parent " + value);
        }
        settings.putAll(parent);
      } else {
        settings.put(name, value);
      }
    }
    return settings;
  }

  /** A quota of zeros counts and limits nothing. */
  private void checkQuota(Element quota) {
    for (Element interval : children(quota)) {
      for (Element limit : children(interval)) {
        boolean limits = !limit.getTextContent().strip().equals("0");
        if (limits && !limit.getTagName().equals("duration")) {
          throw refused(limit.getTagName() + " of quota " + quota.getTagName());
        }
      }
    }
  }

  private void checkNetworks(Element networks, String user) {
    for (Element network : children(networks)) {
      if (!OPEN_NETWORKS.contains(network.getTextContent().strip())) {
        throw refused("networks of user " + user + " other than ::/0");
      }
    }
  }

  private static boolean isOn(String text) {
    return text.equals("1") || text.equals("true");
  }

  private Document parse() {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try (InputStream in = Files.newInputStream(file)) {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(in);
    } catch (NoSuchFileException missing) {
      throw new TwinhouseException(
          ErrorCode.FILE_DOESNT_EXIST, "There is no file of users " + file, missing);
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      throw new TwinhouseException(
          ErrorCode.BAD_ARGUMENTS,
          "The file of users " + file + " cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static @Nullable Element child(Element parent, String name) {
    for (Element child : children(parent)) {
      if (child.getTagName().equals(name)) {
        return child;
      }
    }
    return null;
  }

  private static List<Element> children(@Nullable Element parent) {
    List<Element> children = new ArrayList<>();
    Node node = parent == null ? null : parent.getFirstChild();
    for (; node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private TwinhouseException bad(String why) {
    return new TwinhouseException(
        ErrorCode.BAD_ARGUMENTS, "The file of users " + file + ": " + why);
  }

  private TwinhouseException refused(String what) {
    return new TwinhouseException(
        ErrorCode.NOT_IMPLEMENTED,
        "The file of users " + file + " asks for " + what + ", which is not supported");
  }
}
