import { connection } from './english/connection.ts';
import { diff } from './english/diff.ts';
import { json } from './english/json.ts';
import { operation } from './english/operation.ts';
import { problem } from './english/problem.ts';
import { reason } from './english/reason.ts';
import { tolerant } from './english/tolerant.ts';
import { run } from './english/run.ts';
import { errorOutput, kind, mapping, modifier, variable } from './english/value.ts';
import type { Sentences } from './sentences.ts';

/** Every sentence that the meaning of a flow gives rise to, in English. `message.ts` tells how they are used. */
export const english = {
  operation,
  connection,
  problem,
  json,
  tolerant,
  descriptor: {
    type: 'a component type is vendor.service.module.Component',
    malformed: 'malformed descriptor',
    /** What the schema says. */
    told: '{{reason}}',
  },
  component: { gone: 'a component that is no longer in the flow' },
  variable,
  errorOutput,
  mapping,
  count: { components: '1 component|{{count}} components', notes: '1 note|{{count}} notes' },
  modifier,
  kind,
  reason,
  diff,
  run,
  contract: {
    type: 'has the type {{found}}, not {{expected}}',
    enum: 'is none of {{values}}',
    alternatives: 'fits none of the alternatives',
    enumUntold: 'is none of the values agreed on',
    deep: 'is nested too deeply to be checked',
    tooMuch: 'is too large to be held against this contract',
    format: 'is not in the format {{format}}',
    missing: 'is missing',
    additional: 'is not in the contract',
  },
} as const satisfies Sentences;
