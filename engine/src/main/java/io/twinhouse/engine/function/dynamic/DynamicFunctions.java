// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.engine.function.dynamic;

import io.twinhouse.engine.column.ArrayColumn;
import io.twinhouse.engine.column.BytesBuffer;
import io.twinhouse.engine.column.BytesColumn;
import io.twinhouse.engine.column.Column;
import io.twinhouse.engine.column.ColumnBuilder;
import io.twinhouse.engine.column.ConstantColumn;
import io.twinhouse.engine.column.LongColumn;
import io.twinhouse.engine.error.ErrorCode;
import io.twinhouse.engine.error.TwinhouseException;
import io.twinhouse.engine.function.Argument;
import io.twinhouse.engine.function.BoundFunction;
import io.twinhouse.engine.function.ColumnInvocation;
import io.twinhouse.engine.function.Invocation;
import io.twinhouse.engine.function.convert.DynamicRows;
import io.twinhouse.engine.function.define.Bound;
import io.twinhouse.engine.function.define.CallSite;
import io.twinhouse.engine.function.define.FunctionFamily;
import io.twinhouse.engine.function.lane.BytesLane;
import io.twinhouse.engine.json.PathValues;
import io.twinhouse.engine.text.DynamicText;
import io.twinhouse.engine.text.TextOutput;
import io.twinhouse.engine.type.ArrayType;
import io.twinhouse.engine.type.BoolType;
import io.twinhouse.engine.type.DynamicType;
import io.twinhouse.engine.type.JsonType;
import io.twinhouse.engine.type.LowCardinalityType;
import io.twinhouse.engine.type.StringType;
import io.twinhouse.engine.type.Type;
import io.twinhouse.engine.type.TypeParser;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Paths of JSON values, and the Dynamic values that are there. */
final class DynamicFunctions {

  private static final byte[] NO_TYPE = "None".getBytes(StandardCharsets.US_ASCII);

  private DynamicFunctions() {}

  static FunctionFamily family() {
    return new FunctionFamily("JSON")
        .add("getSubcolumn", DynamicFunctions::getSubcolumn)
        .add("dynamicType", DynamicFunctions::dynamicType)
        .add("dynamicElement", DynamicFunctions::dynamicElement)
        .add("isDynamicElementInSharedData", DynamicFunctions::isShared);
  }

  private static BoundFunction getSubcolumn(CallSite call) {
    if (call.arity(2).base(0) instanceof ArrayType array && holdsJson(array)) {
      return ofElements(call, array);
    }
    if (call.base(0) instanceof ArrayType array) {
      return ArraySizes.bind(call, array, call.constantText(1));
    }
    if (!(call.arity(2).base(0) instanceof JsonType json)) {
      throw call.notImplemented(call.type(0).name());
    }
    String text = call.constantText(1);
    int beyond = SubcolumnName.beyondType(text);
    if (beyond > 0) {
      return ofParts(call, text.substring(0, beyond), text.substring(beyond + 1));
    }
    SubcolumnName name = SubcolumnName.parse(text);
    String path = String.join(".", name.path());
    Type declared = json.declared().get(path);
    if (declared != null) {
      return declared(call, name, declared);
    }
    if (json.declared().keySet().stream().anyMatch(above -> path.startsWith(above + "."))) {
      throw call.notImplemented("the sub-column " + path + " of " + json.name());
    }
    PathReader reader = name.object() ? PathValues::writeObject : PathValues::writeDynamic;
    BoundFunction value =
        Bound.of(
            name.object() ? json.within(name.path()) : new DynamicType(json.maxTypes()),
            invocation -> read(invocation, new PathValues(name.path()), reader));
    return name.type().isEmpty() ? value : element(value, SubcolumnName.within(json, name.type()));
  }

  private static boolean holdsJson(ArrayType array) {
    Type element = array.element();
    return element instanceof ArrayType inner ? holdsJson(inner) : element instanceof JsonType;
  }

  /** A sub-column of the values of one type at a path. */
  private static BoundFunction ofParts(CallSite call, String first, String rest) {
    Argument outer = call.arguments().get(0);
    BoundFunction values = getSubcolumn(site(call, outer.type(), first));
    BoundFunction within = getSubcolumn(site(call, values.returnType(), rest));
    return Bound.of(
        within.returnType(),
        invocation -> {
          Column found = values.evaluate(invocation);
          return within.evaluate(
              new ColumnInvocation(new Column[] {found}, invocation.rows(), invocation.scratch()));
        });
  }

  private static CallSite site(CallSite call, Type type, String name) {
    Argument path = new Argument(StringType.INSTANCE, BytesColumn.ofStrings(name));
    return new CallSite(call.name(), List.of(Argument.of(type), path), call.context());
  }

  /** The sub-columns of the elements, in arrays of the same shape. */
  private static BoundFunction ofElements(CallSite call, ArrayType array) {
    CallSite inner =
        new CallSite(
            call.name(),
            List.of(Argument.of(array.element()), call.arguments().get(1)),
            call.context());
    BoundFunction element = getSubcolumn(inner);
    return Bound.of(
        new ArrayType(element.returnType()),
        invocation -> {
          ArrayColumn arrays = (ArrayColumn) invocation.argument(0).flatten();
          Column values = arrays.elements();
          Column found =
              element.evaluate(
                  new ColumnInvocation(new Column[] {values}, values.size(), invocation.scratch()));
          return ArrayColumn.of(arrays.offsets(), found, arrays.size());
        });
  }

  /** A path that the type of the objects declares: there is no object at it. */
  private static BoundFunction declared(CallSite call, SubcolumnName name, Type type) {
    if (name.object()) {
      BytesColumn none = BytesColumn.ofStrings("{}");
      return Bound.total(JsonType.JSON, invocation -> ConstantColumn.of(none, invocation.rows()));
    }
    if (!name.type().isEmpty() && !name.type().equals(type.name())) {
      throw call.refuse(
          ErrorCode.UNKNOWN_IDENTIFIER,
          "The path " + String.join(".", name.path()) + " is of type " + type.name());
    }
    return Bound.of(
        type,
        invocation ->
            new PathValues(name.path())
                .declared(type, (BytesColumn) invocation.argument(0).flatten()));
  }

  private static BoundFunction element(BoundFunction value, String type) {
    Type wanted = TypeParser.parse(type);
    return Bound.of(elementType(wanted), invocation -> element(value.evaluate(invocation), wanted));
  }

  /** What is read at a path. */
  private interface PathReader {
    void write(PathValues path, byte[] data, int from, int to, TextOutput out);
  }

  private static Column read(Invocation call, PathValues path, PathReader reader) {
    BytesLane objects = BytesLane.of(call.argument(0));
    BytesBuffer out = call.scratch().bytes();
    TextOutput value = new TextOutput();
    for (int row = 0; row < call.rows(); row++) {
      value.reset();
      reader.write(path, objects.data(), objects.start(row), objects.end(row), value);
      out.append(value.data(), 0, value.length());
    }
    return out.toColumn(null);
  }

  private static CallSite dynamic(CallSite call) {
    if (!(call.base(0) instanceof DynamicType)) {
      throw call.refuse(
          ErrorCode.ILLEGAL_TYPE_OF_ARGUMENT,
          "First argument for function "
              + call.name()
              + " must be Dynamic, got "
              + call.type(0).name()
              + " instead");
    }
    return call;
  }

  private static BoundFunction dynamicType(CallSite call) {
    dynamic(call.arity(1));
    return Bound.total(
        new LowCardinalityType(StringType.INSTANCE),
        invocation -> {
          BytesLane values = BytesLane.of(invocation.argument(0));
          BytesBuffer out = invocation.scratch().bytes();
          for (int row = 0; row < invocation.rows(); row++) {
            if (values.length(row) == 0) {
              out.append(NO_TYPE, 0, NO_TYPE.length);
            } else {
              String type = DynamicText.type(values.data(), values.start(row));
              byte[] name = JsonTypes.shown(type).getBytes(StandardCharsets.UTF_8);
              out.append(name, 0, name.length);
            }
          }
          return out.toColumn(null);
        });
  }

  private static BoundFunction dynamicElement(CallSite call) {
    ElementsWithin within = ElementsWithin.of(call.arity(2).type(0));
    if (!(within.element() instanceof DynamicType)) {
      dynamic(call);
    }
    Type type = TypeParser.parse(call.constantText(1));
    return Bound.of(
        within.arrays(elementType(type)),
        invocation -> within.replaced(invocation.argument(0), values -> element(values, type)));
  }

  /** Whether a value has no place of its own: known where there are places for all types. */
  private static BoundFunction isShared(CallSite call) {
    DynamicType type = (DynamicType) dynamic(call.arity(1)).base(0);
    if (type.maxTypes() < DynamicType.INSTANCE.maxTypes()) {
      throw call.notImplemented(type.name());
    }
    return Bound.of(
        BoolType.INSTANCE,
        invocation -> {
          requirePlaces(invocation.argument(0), type);
          return ConstantColumn.of(LongColumn.of(0), invocation.rows());
        });
  }

  private static void requirePlaces(Column values, DynamicType type) {
    BytesLane lane = BytesLane.of(values);
    Set<String> types = new HashSet<>();
    for (int row = 0; row < values.size(); row++) {
      if (lane.length(row) > 0 && types.add(DynamicText.type(lane.data(), lane.start(row)))) {
        if (types.size() > type.maxTypes()) {
          throw new TwinhouseException(
              ErrorCode.NOT_IMPLEMENTED,
              "Which of more than " + type.maxTypes() + " types have no place is not known");
        }
      }
    }
  }

  /** NULL stands for values of other types; where there is no Nullable, the default. */
  static Type elementType(Type type) {
    return type.toNullable();
  }

  /** Values of the members of a Variant by the type's name. */
  static Column element(Column values, Type type) {
    Type result = elementType(type);
    DynamicRows rows = DynamicRows.of(values);
    Column[] chosen = new Column[rows.groups().size()];
    for (int g = 0; g < chosen.length; g++) {
      DynamicRows.Group group = rows.groups().get(g);
      chosen[g] = JsonTypes.isOf(group.name(), type) ? group.values() : absent(result, group);
    }
    return rows.assemble(chosen, result);
  }

  private static Column absent(Type type, DynamicRows.Group group) {
    ColumnBuilder out = ColumnBuilder.of(type);
    for (int row = 0; row < group.rows().length; row++) {
      out.appendAbsent(type);
    }
    return out.build();
  }
}
