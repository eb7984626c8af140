/// Who receives articles.
@NullMarked
package syndication.publish.partner;

import org.jspecify.annotations.NullMarked;
