/// Apache OpenNLP behind our ports: the one place that knows it.
@NullMarked
package syndication.enrich.opennlp;

import org.jspecify.annotations.NullMarked;
