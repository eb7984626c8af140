package syndication.enrich.kafka;

import syndication.schema.ArticleEnriched;

/// Who goes on with an article after its first enrichment.
interface AfterEnrichment {

  AfterEnrichment NOBODY =
      new AfterEnrichment() {
        @Override
        public void heard(String articleId, long revision) {}

        @Override
        public void enriched(ArticleEnriched event, int partition) {}
      };

  /// A revision was read; told before it is published, in the order of the partition.
  void heard(String articleId, long revision);

  /// It was published, and the broker has it.
  void enriched(ArticleEnriched event, int partition);
}
