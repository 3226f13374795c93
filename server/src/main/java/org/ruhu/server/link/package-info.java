/**
 * Likely doubles, from being found to being decided. What the look-up finds and what clerks judge are kept apart from
 * the interviews: nothing is merged, nothing deleted, and every decision can be undone.
 */
package org.ruhu.server.link;
