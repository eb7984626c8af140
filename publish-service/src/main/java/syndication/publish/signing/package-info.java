/// Standard Webhooks signatures: what proves to a partner that a delivery is ours and unchanged.
@NullMarked
package syndication.publish.signing;

import org.jspecify.annotations.NullMarked;
