package vn.phoihop.reporting.figure;

import jakarta.enterprise.context.ApplicationScoped;
import vn.phoihop.platform.inbox.EventBatch;
import vn.phoihop.platform.inbox.EventConsumer;

@ApplicationScoped
class IncidentEventsConsumer implements EventConsumer {

  private final FigureService figures;

  IncidentEventsConsumer(FigureService figures) {
    this.figures = figures;
  }

  @Override
  public String name() {
    return "reporting.incident";
  }

  @Override
  public String topic() {
    return "phoihop.incident";
  }

  @Override
  public boolean canWait() {
    return true;
  }

  @Override
  public void take(EventBatch batch) {
    figures.take(Facts.of(batch.fresh()));
  }
}
