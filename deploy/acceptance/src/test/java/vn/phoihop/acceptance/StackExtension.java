package vn.phoihop.acceptance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack of the run, started with the first and stopped after the last; when a
 * test fails, prints what the parts logged meanwhile.
 */
final class StackExtension
    implements ParameterResolver, BeforeTestExecutionCallback, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);
  private static final int LINES = 40;

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stack(context);
  }

  private static Stack stack(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(Stack.class, none -> Stack.start(), Stack.class);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) throws IOException {
    Map<Path, Long> sizes = new HashMap<>();
    for (Path log : logs(context)) {
      sizes.put(log, Files.size(log));
    }
    context.getStore(NAMESPACE).put("sizes", sizes);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void afterTestExecution(ExtensionContext context) throws IOException {
    if (context.getExecutionException().isEmpty()) {
      return;
    }
    System.err.printf("%n%s failed. What the parts logged meanwhile:%n", context.getDisplayName());
    Map<Path, Long> sizes = context.getStore(NAMESPACE).get("sizes", Map.class);
    for (Path log : logs(context)) {
      List<String> lines = linesFrom(log, sizes.getOrDefault(log, 0L));
      System.err.printf("--- %s: %d lines%n", log, lines.size());
      lines.stream().skip(Math.max(0, lines.size() - LINES)).forEach(System.err::println);
    }
  }

  private static List<Path> logs(ExtensionContext context) throws IOException {
    try (Stream<Path> files = Files.list(stack(context).logs())) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }

  private static List<String> linesFrom(Path log, long offset) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.max(0, file.length() - offset)];
      file.seek(Math.min(offset, file.length()));
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }
}
