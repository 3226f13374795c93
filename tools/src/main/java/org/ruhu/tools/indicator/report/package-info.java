/** Figures as a page for people: charts with the tables beside them, and what every number means one click away. */
package org.ruhu.tools.indicator.report;
