/// Apache Lucene's stop words and stemmers behind our ports: the one place that knows it.
@NullMarked
package syndication.enrich.lucene;

import org.jspecify.annotations.NullMarked;
