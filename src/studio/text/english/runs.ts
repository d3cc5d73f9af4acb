import type { Sentences } from '../../../flow/messages/sentences.ts';
import { createArea } from '../area.ts';

/** The Log, and one run with its steps. */
export const runsEnglish = {
  title: 'Log',
  text: 'Every run of your flows, with what went into each step and what came out.',
  loading: 'Loading the log',
  notLoaded: 'The log could not be loaded',
  loadOlder: 'Load older runs',
  columns: {
    flow: 'Flow',
    status: 'Status',
    started: 'Started',
    duration: 'Duration',
    steps: 'Steps',
    actions: 'Actions',
  },
  filter: {
    flow: 'Flow',
    allFlows: 'All flows',
    noFlow: 'No flow matches',
    loading: 'Loading…',
    goneFlow: 'A flow that is gone',
    status: 'Status',
    anyStatus: 'Any status',
  },
  none: {
    title: 'Nothing has run yet',
    text: 'Start a flow and send its event: each run appears here within a moment.',
    noMatch: 'No run matches',
    noMatchText: 'No run of that flow has that status.',
    showAll: 'Show all runs',
  },
  run: {
    title: 'Run',
    notLoaded: 'The run could not be loaded',
    backToLog: 'Log',
    openFlow: 'Open flow',
    failed: 'The run failed',
    event: 'Event {{event}}',
    copyId: 'Copy the run’s id',
    waitsFor: {
      turn: 'waits for its turn: the flow is at work on others',
      room: 'waits until other runs of this account end',
    },
  },
  way: {
    title: 'Way through the flow',
    label: 'The flow as it was when the run began',
    cardHelp: 'Press Enter to see below what went in and what came out.',
    loading: 'Loading the flow',
    notLoaded: 'The flow could not be loaded',
    running: '{{card}}, running',
    completed: '{{card}}, completed',
    failed: '{{card}}, failed',
    cancelled: '{{card}}, cancelled',
    notReached: '{{card}}, not reached',
  },
  steps: {
    title: 'Steps',
    none: 'No step has started yet.',
    attempts: '1 attempt|{{count}} attempts',
    waitsUntil: 'waits until {{time}}',
    input: 'Input',
    copyInput: 'Copy the input',
    output: 'Output',
    copyOutput: 'Copy the output',
    outputAt: 'Output “{{port}}”',
    copyOutputAt: 'Copy the output “{{port}}”',
    nothingSent: 'Nothing was sent on.',
  },
  messages: {
    title: 'Messages',
    component: 'A component',
    info: 'info',
    warning: 'warning',
    error: 'error',
  },
} as const satisfies Sentences;

export const runsText = createArea('runs', runsEnglish);
