/**
 * Three rates and one degree (三率一度) of an exit evaluation: wrongly exited, missed, composite incidence, and
 * public recognition, with the chance error of a sample of households beside each.
 */
package org.ruhu.tools.indicator.rates;
