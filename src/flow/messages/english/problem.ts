import type { Sentences } from '../sentences.ts';

/** What an author should mend. */
export const problem = {
  required: '{{field}} is required.',
  cell: '{{column}} in row {{row}} of {{field}}',
  noPath: '{{field}} is no path into the event data: “{{text}}”. Write it like customer.id or lines[0].sku.',
  pattern: '{{field}} cannot be matched: {{reason}}.',
  notJson: '{{field}} is not valid JSON at line {{line}}, column {{column}}: {{reason}}',
  noTrigger: 'The flow has no trigger: add a component that starts it, such as On App Event.',
  notInstalled: 'The component {{type}} is not installed.',
  noInput: 'There is no input “{{port}}” to connect to or to fill.',
  notConnected: 'Nothing is connected to this component, so it would never run.',
  undefinedVariable: '{{field}} holds a variable that is not defined.',
  unknownModifier: '{{field}} uses the modifier {{modifier}}, which is not installed.',
  refused: '{{field}} uses {{variable}}: {{reason}}.',
  notPath: '{{field}} uses “{{variable}}”, which is not the path of a variable.',
  originGone: '{{field}} uses {{variable}} of a component that is no longer in the flow.',
  notBefore: '{{field}} uses {{variable}} of {{component}}, which does not come before this component.',
  noVariable: '{{field}} uses a variable that does not exist: {{reason}}.',
  /** What a component itself says, as it says it. */
  told: '{{reason}}',
} as const satisfies Sentences;
