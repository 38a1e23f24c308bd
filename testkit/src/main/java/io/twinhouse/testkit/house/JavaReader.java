// SPDX-License-Identifier: Apache-2.0
package io.twinhouse.testkit.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lists what Java sources declare, with the compiler's own parser; types are not resolved, so any
 * set of files will do.
 */
final class JavaReader extends TreePathScanner<@Nullable Void, SourceFile> {
  private final Trees trees;
  private final SourcePositions positions;
  private final Deque<String> owners = new ArrayDeque<>();
  private final Deque<Tree.Kind> ownerKinds = new ArrayDeque<>();
  private final List<JavaType> types = new ArrayList<>();
  private final List<JavaMethod> methods = new ArrayList<>();
  private String packageName = "";

  private JavaReader(JavacTask task) {
    this.trees = Trees.instance(task);
    this.positions = trees.getSourcePositions();
  }

  /**
   * Reads all of them.
   *
   * @throws IllegalArgumentException for a file that is not Java
   */
  static JavaReader read(List<SourceFile> files) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Input> inputs = files.stream().map(Input::new).toList();
    Map<URI, SourceFile> byUri =
        inputs.stream().collect(Collectors.toMap(SimpleJavaFileObject::toUri, input -> input.file));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, List.of("-proc:none"), null, inputs);
    JavaReader reader = new JavaReader(task);
    if (inputs.isEmpty()) {
      return reader; // the compiler takes no files for a mistake
    }
    try {
      for (CompilationUnitTree unit : task.parse()) {
        reader.packageName = String.valueOf(unit.getPackageName());
        reader.scan(unit, byUri.get(unit.getSourceFile().toUri()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        throw new IllegalArgumentException(diagnostic.toString());
      }
    }
    return reader;
  }

  List<JavaType> types() {
    return List.copyOf(types);
  }

  List<JavaMethod> methods() {
    return List.copyOf(methods);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, SourceFile file) {
    String name = tree.getSimpleName().toString();
    if (!name.isEmpty()) {
      types.add(
          new JavaType(
              file,
              packageName,
              owner(),
              name,
              tree.getKind(),
              tree.getModifiers().getFlags(),
              annotations(tree.getModifiers().getAnnotations()),
              documented(),
              tree.getKind() == Tree.Kind.CLASS && tree.getExtendsClause() != null));
    }
    owners.addLast(name.isEmpty() ? "anonymous" : name);
    ownerKinds.addLast(tree.getKind());
    super.visitClass(tree, file);
    ownerKinds.removeLast();
    owners.removeLast();
    return null;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, SourceFile file) {
    methods.add(
        new JavaMethod(
            file,
            packageName + "." + owner(),
            ownerKinds.getLast(),
            tree.getName().toString(),
            lines(tree.getBody()),
            tree.getParameters().size(),
            BranchCounter.count(tree.getBody()),
            answers(tree),
            documented(),
            tree.getModifiers().getFlags(),
            annotations(tree.getModifiers().getAnnotations())));
    return super.visitMethod(tree, file);
  }

  private String owner() {
    return String.join(".", owners);
  }

  private boolean documented() {
    return trees.getDocComment(getCurrentPath()) != null;
  }

  private static boolean answers(MethodTree tree) {
    Tree type = tree.getReturnType();
    return type != null
        && !(type instanceof PrimitiveTypeTree primitive
            && primitive.getPrimitiveTypeKind() == TypeKind.VOID);
  }

  private int lines(@Nullable BlockTree body) {
    if (body == null) {
      return 0;
    }
    CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
    LineMap map = unit.getLineMap();
    long first = map.getLineNumber(positions.getStartPosition(unit, body));
    long last = map.getLineNumber(positions.getEndPosition(unit, body) - 1);
    return (int) (last - first + 1);
  }

  private static List<String> annotations(List<? extends AnnotationTree> trees) {
    return trees.stream()
        .map(tree -> simpleName(tree.getAnnotationType()))
        .collect(Collectors.toList());
  }

  private static String simpleName(Tree type) {
    if (type instanceof IdentifierTree identifier) {
      return identifier.getName().toString();
    }
    if (type instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return type instanceof ExpressionTree ? type.toString() : "";
  }

  /** A file as the compiler wants it. */
  private static final class Input extends SimpleJavaFileObject {
    private final SourceFile file;

    Input(SourceFile file) {
      super(URI.create("source:///" + file.path()), Kind.SOURCE);
      this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return file.text();
    }
  }
}
