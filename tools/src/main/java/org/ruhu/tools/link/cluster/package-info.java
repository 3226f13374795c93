/** From weighted pairs to clusters: who is one, and which links were refused and why. Knows rows by number only. */
package org.ruhu.tools.link.cluster;
