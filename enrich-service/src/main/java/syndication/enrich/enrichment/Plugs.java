package syndication.enrich.enrichment;

import java.util.function.UnaryOperator;
import syndication.enrich.entity.EntityRecogniser;
import syndication.enrich.summary.Summariser;
import syndication.enrich.topic.TopicClassifier;

/// What an operator puts in front of our own stages: an engine, a trained classifier, a language
/// model. Each gets our own stage to fall back on.
public record Plugs(
    Plug<EntityRecogniser> entities, Plug<TopicClassifier> topics, Plug<Summariser> summary) {

  public static final Plugs NONE = new Plugs(Plug.none(), Plug.none(), Plug.none());

  /// @param wrap makes the stage of our own one
  /// @param version part of the stage's version, because it changes what comes out; empty for none
  public record Plug<T>(UnaryOperator<T> wrap, String version) {

    public static <T> Plug<T> none() {
      return new Plug<>(it -> it, "");
    }

    T over(T own) {
      return wrap.apply(own);
    }

    String version(String own) {
      return version.isEmpty() ? own : own + "+" + version;
    }
  }

  public Plugs withEntities(Plug<EntityRecogniser> it) {
    return new Plugs(it, topics, summary);
  }

  public Plugs withTopics(Plug<TopicClassifier> it) {
    return new Plugs(entities, it, summary);
  }

  public Plugs withSummary(Plug<Summariser> it) {
    return new Plugs(entities, topics, it);
  }
}
