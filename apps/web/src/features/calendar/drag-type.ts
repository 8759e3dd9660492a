/** What is dragged on the calendar, so that a file dropped there is none. */
export const dragType = 'application/x-rheos-entry'
