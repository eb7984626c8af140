package syndication.enrich.kafka;

import java.util.ArrayList;
import java.util.List;
import syndication.enrich.entity.EntityType;
import syndication.enrich.entity.StatedTags.Stated;
import syndication.schema.ArticleRevised;
import syndication.schema.Concept;

/// Reads whom and what a source says its article is about.
final class StatedConcepts {

  private StatedConcepts() {}

  static List<Stated> of(ArticleRevised event) {
    List<Stated> all = new ArrayList<>();
    add(all, EntityType.PERSON, event.getPeople());
    add(all, EntityType.ORGANISATION, event.getOrganisations());
    add(all, EntityType.PLACE, event.getPlaces());
    return all;
  }

  // A vocabulary's address without a name is no label.
  private static void add(List<Stated> all, EntityType type, List<Concept> concepts) {
    for (Concept it : concepts) {
      it.getName()
          .or(it::getLiteral)
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .ifPresent(name -> all.add(new Stated(type, name, it.getUri().orElse(null))));
    }
  }
}
