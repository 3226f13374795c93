/** Datasets as OData 4.0 feeds, for Excel, R and whatever else asks for tables that way. Read only. */
package org.ruhu.server.odata;
