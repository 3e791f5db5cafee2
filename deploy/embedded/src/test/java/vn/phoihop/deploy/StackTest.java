package vn.phoihop.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class StackTest {
  @Test
  void onePartThatDiesIsToldWhileAnotherIsStillStarting() {
    CompletableFuture<Void> slow = new CompletableFuture<>();
    CompletableFuture<Void> dead = CompletableFuture.failedFuture(new Failure("died"));
    CompletionException told =
        assertThrows(
            CompletionException.class, () -> Stack.allOrFirstFailure(List.of(slow, dead)).join());
    assertEquals("died", told.getCause().getMessage());
  }

  @Test
  void allIsWellOnlyWhenTheSlowestIs() {
    CompletableFuture<Void> slow = new CompletableFuture<>();
    CompletableFuture<Void> outcome =
        Stack.allOrFirstFailure(List.of(CompletableFuture.completedFuture(null), slow));
    assertFalse(outcome.isDone());
    slow.complete(null);
    assertTrue(outcome.isDone() && !outcome.isCompletedExceptionally());
  }
}
