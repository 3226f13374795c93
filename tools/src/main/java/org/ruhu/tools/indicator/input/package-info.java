/** Files beside the interviews: poverty lines, the design of a sample, names of areas. */
package org.ruhu.tools.indicator.input;
