/// The enrich service: adds language, tags, topics and summaries to article revisions.
@NullMarked
package syndication.enrich;

import org.jspecify.annotations.NullMarked;
