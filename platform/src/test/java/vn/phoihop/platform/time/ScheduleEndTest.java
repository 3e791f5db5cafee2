package vn.phoihop.platform.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScheduleEndTest {

  @Inject BeanManager beans;
  @Inject Scheduler scheduler;

  @Test
  void the_first_thing_that_stops_is_what_is_scheduled() {
    ShutdownEvent stopping = new ShutdownEvent();
    ObserverMethod<? super ShutdownEvent> first =
        beans.resolveObserverMethods(stopping).iterator().next();
    assertTrue(scheduler.isRunning());
    try {
      first.notify(stopping);
      assertFalse(scheduler.isRunning());
    } finally {
      scheduler.resume();
    }
  }
}
