// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.sql.statement;

import io.twinhouse.sql.ast.Expr;
import io.twinhouse.sql.ast.Node;
import io.twinhouse.sql.ast.Position;
import io.twinhouse.sql.ast.SettingChange;
import io.twinhouse.sql.ast.TypeName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a dictionary is said to be, behind its name.
 *
 * @param primaryKey names of the keys; empty when none was given
 * @param source null when not given, as are the others
 */
public record DictionaryBody(
    Position position,
    List<Attribute> attributes,
    List<String> primaryKey,
    @Nullable Parameters source,
    @Nullable Lifetime lifetime,
    @Nullable Parameters layout,
    @Nullable Range range,
    List<SettingChange> settings,
    @Nullable String comment)
    implements Node {

  public DictionaryBody {
    attributes = List.copyOf(attributes);
    primaryKey = List.copyOf(primaryKey);
    settings = List.copyOf(settings);
  }

  /** The same with another source. */
  public DictionaryBody withSource(Parameters other) {
    return new DictionaryBody(
        position, attributes, primaryKey, other, lifetime, layout, range, settings, comment);
  }

  /** What may be said of an attribute. */
  public enum Flag {
    HIERARCHICAL,
    BIDIRECTIONAL,
    INJECTIVE,
    IS_OBJECT_ID
  }

  /**
   * A key, an end of a range or an attribute.
   *
   * @param defaultValue null for none
   * @param expression what the source is asked for instead of the name; null for that
   */
  public record Attribute(
      Position position,
      String name,
      TypeName type,
      @Nullable Expr defaultValue,
      @Nullable Expr expression,
      List<Flag> flags)
      implements Node {
    public Attribute {
      flags = List.copyOf(flags);
    }

    public boolean is(Flag flag) {
      return flags.contains(flag);
    }
  }

  /**
   * {@code NAME(KEY value ...)}.
   *
   * @param brackets whether there were any
   */
  public record Parameters(
      Position position, String name, List<Parameter> parameters, boolean brackets)
      implements Node {
    public Parameters {
      parameters = List.copyOf(parameters);
    }

    /** The last parameter of that name, in any case; null for none. */
    public @Nullable Parameter find(String key) {
      Parameter found = null;
      for (Parameter parameter : parameters) {
        found = parameter.key().toLowerCase(Locale.ROOT).equals(key) ? parameter : found;
      }
      return found;
    }
  }

  /**
   * One of them.
   *
   * @param value null where more of them stand in brackets
   * @param inner those in brackets; empty for a value
   */
  public record Parameter(
      Position position, String key, @Nullable Expr value, List<Parameter> inner) implements Node {
    public Parameter {
      inner = List.copyOf(inner);
    }
  }

  /** How long what was read is good for, in seconds. */
  public record Lifetime(Position position, String min, String max) implements Node {}

  /** The attributes between which a key's rows hold. */
  public record Range(Position position, String min, String max) implements Node {}
}
