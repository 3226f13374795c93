/** Parts of reports: one HTML file in Chinese and English that loads and runs nothing and prints in black and white. */
package org.ruhu.tools.page;
