/** What interviews say, read for statistics: typed, from every version of a form, with what is not known kept apart. */
package org.ruhu.tools.indicator.reading;
