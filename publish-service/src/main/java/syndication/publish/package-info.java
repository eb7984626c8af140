/// The publish service: pushes enriched articles to partners and shows them on the site.
@NullMarked
package syndication.publish;

import org.jspecify.annotations.NullMarked;
