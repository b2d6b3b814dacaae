/** What the services share outside of messaging; a room per capability. */
package io.stillwater.service;
