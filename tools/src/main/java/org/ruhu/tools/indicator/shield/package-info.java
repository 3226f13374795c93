/** Which figures of a tree of areas must not be shown, so that none of too few households can be worked out. */
package org.ruhu.tools.indicator.shield;
