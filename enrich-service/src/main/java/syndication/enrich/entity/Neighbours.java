package syndication.enrich.entity;

import java.util.List;
import syndication.enrich.segment.Token;

/// Names in a row name things of one kind: in "Korn, Orgy and Linkin Park" who knows one knows the
/// others.
final class Neighbours {

  // Less than any cue beside the name itself.
  private static final double SHARE = 1.3;
  private static final double SURE_LEAD = 2.5;

  private Neighbours() {}

  static void share(List<Span> spans, Cues cues) {
    for (int i = 1; i < spans.size(); i++) {
      if (listed(spans.get(i - 1), spans.get(i), cues)) {
        tell(spans.get(i - 1), spans.get(i));
      }
    }
    for (int i = spans.size() - 1; i > 0; i--) {
      if (listed(spans.get(i - 1), spans.get(i), cues)) {
        tell(spans.get(i), spans.get(i - 1));
      }
    }
  }

  private static void tell(Span from, Span to) {
    if (to.known == null && from.lead() >= SURE_LEAD && to.lead() < SURE_LEAD) {
      to.total[from.best()] += SHARE;
    }
  }

  // "A, B" or "A and B" or "A, and B", and nothing else between them.
  private static boolean listed(Span a, Span b, Cues cues) {
    int between = b.from - a.to;
    if (a.sentence != b.sentence || between < 1 || between > 2) {
      return false;
    }
    for (int i = a.to; i < b.from; i++) {
      Token it = a.tokens.get(i);
      if (!",".equals(it.text()) && !cues.and.contains(it.lower())) {
        return false;
      }
    }
    return true;
  }
}
