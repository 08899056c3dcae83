import { parseDate } from '../../core/dates.js';
import { reorderItems } from '../../core/edits/reorder.js';
import { inCertainOrder } from '../../rules/chronology/order.js';
import type { Offer } from './action.js';

/** The events in the order that their dates leave no doubt about; comments move along. */
export const sortTimeline: Offer = {
  kind: 'source.sortTimeline.vangnet',
  onlyWhenAsked: true,
  find({ document, model }) {
    const entry = document.entry('timeline');
    if (!entry) return [];
    const dates = model.timeline.map(({ data }) => parseDate(data.date ?? data.from));
    const edits = reorderItems(document, entry, inCertainOrder(dates));
    return edits.length > 0
      ? [{ id: 'sort-timeline', title: { key: 'timeline-out-of-order.fix-sort' }, edits }]
      : [];
  },
};
