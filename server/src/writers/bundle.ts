/** What is loaded only when a Word file or a calendar is asked for: the libraries are larger than the server. */

export { calendarOf } from './calendar.js';
export { docxOf } from './docx.js';
