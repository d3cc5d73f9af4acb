import { element } from './element.js';

/** Shows what became of an event: which flows it started, and the answer as it came. */
export function showReceipt(container, event, receipt) {
  const { triggers } = receipt;
  const sum =
    triggers.length === 0
      ? `No active integration starts with “${event}”.`
      : `“${event}” started ${triggers.length === 1 ? 'one integration' : `${triggers.length} integrations`}.`;
  container.replaceChildren(
    element(
      'div',
      { className: 'card receipt' },
      element('h2', {}, 'Event sent'),
      element('p', {}, sum),
      element('pre', { tabIndex: 0 }, JSON.stringify(receipt, null, 2)),
    ),
  );
}
