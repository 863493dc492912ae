package parley.bot.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.knowledge.Finding;

/** What came back from a check. */
final class Checked implements CheckReply {

  final List<Finding> findings = new CopyOnWriteArrayList<>();
  final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  volatile boolean failed;

  @Override
  public void show(List<Finding> found) {
    findings.addAll(found);
  }

  @Override
  public void refuse(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void fail() {
    failed = true;
  }
}
