/**
 * Indicators of a campaign as tables: worked out in the background for all of it, kept, and shown to each reader for
 * the areas and with the detail that are his.
 */
package org.ruhu.server.indicator;
