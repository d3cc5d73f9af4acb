import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The flow, drawn. */
export const canvasEnglish = {
  canvas: 'Canvas',
  view: 'View',
  zoom: '{{percent}}%, {{command}}',
  selection: 'Selection',
  arrange: 'Arrange',
  components: '1 component|{{count}} components',
  links: '1 link|{{count}} links',
  empty: {
    title: 'Begin with a trigger',
    text: 'Drag a trigger here, or press Enter on one in the palette.',
  },
  card: {
    disabled: 'Disabled',
    notInstalled: 'Not installed',
    input: 'Input “{{port}}”',
    output: 'Output “{{port}}”',
    drift: 'The events it waits for have changed',
    addAfter: 'Add after “{{port}}” of {{component}}',
  },
  /** Heard, not seen. */
  spoken: {
    step: 'step {{number}} of {{total}}',
    disabled: 'disabled',
    component: 'component',
    connection: 'link',
    idle: 'does not run',
    link: 'Link from {{from}} to {{to}}',
    onCard:
      'Press Enter to select this component and Enter again to edit it. Arrow keys move it, with Alt they lead along its links, I inserts behind it, Delete removes it.',
    onCardToRead: 'Press Enter to select this component.',
    onLink: 'Press Enter to select this link. I inserts a component into it, Delete removes it.',
    moved: {
      left: 'Moved left. New position, x: {{x}}, y: {{y}}',
      right: 'Moved right. New position, x: {{x}}, y: {{y}}',
      up: 'Moved up. New position, x: {{x}}, y: {{y}}',
      down: 'Moved down. New position, x: {{x}}, y: {{y}}',
    },
    handle: 'Connection point',
  },
  insertBetween: 'Insert between {{from}} and {{to}}',
  picker: {
    after: 'after {{component}}',
    before: 'before {{component}}',
    between: 'between {{from}} and {{to}}',
    insertAfter: 'Insert a component after {{component}}',
    insertBefore: 'Insert a component before {{component}}',
    insertBetween: 'Insert a component between {{from}} and {{to}}',
    search: 'Search components',
    list: 'Components that fit',
    nothingFits: 'No component fits here.',
    noMatch: 'Nothing called “{{search}}” fits here.',
  },
  largeFlow: {
    title: 'This flow is large',
    text: 'It has {{count}} components. From {{limit}} on, several smaller flows are easier to read and to change.',
    dismiss: 'Dismiss this hint',
  },
  notConnected: 'These cannot be connected',
  linkRemoved: 'Link removed.',
  linkCut: 'Link cut.',
} as const satisfies Sentences;

export const canvasText = createArea('canvas', canvasEnglish);
