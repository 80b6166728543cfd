/** Whether what the stack runs has been built, and from the sources that lie here. */
package io.mapwright.deploy.local.build;
