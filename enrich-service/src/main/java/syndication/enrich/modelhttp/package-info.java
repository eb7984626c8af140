/// The language model's edge: OpenAI's chat protocol, its configuration, health and metrics.
@NullMarked
package syndication.enrich.modelhttp;

import org.jspecify.annotations.NullMarked;
